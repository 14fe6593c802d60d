import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { getCallerView } from '@/lib/call-centre/get-caller-view'
import { getWorksBrief } from '@/lib/call-centre/get-works-brief'
import { database } from '@/lib/db/client'
import { sweep } from '@/lib/notices/sweep'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { publishWorks } from '@/lib/works/publish-works'
import { findEndedWorks } from '@/lib/works/supply-reports/find-ended-works'
import { getSupplyReports } from '@/lib/works/supply-reports/get-supply-reports'
import { reportNoSupply } from '@/lib/works/supply-reports/report-no-supply'
import { addHousehold, createUtility, square } from './factories'

const ADMIN: Actor = { kind: 'staff', id: 1, email: 'admin@example.org', name: 'Ada', role: 'admin', source: '127.0.0.1' }
const from = (source: string): Actor => ({ kind: 'public', source })
const NOW = new Date('2026-11-20T09:00:00Z')
/** 08:00 to 11:30 in UTC. */
const WINDOW = { start: '2026-12-02T09:00', end: '2026-12-02T12:30' }
const at = (time: string) => new Date(`2026-12-02T${time}:00Z`)

let home: number
let next: number
let far: number
let reference: string

async function publish(area: ReturnType<typeof square>, window = WINDOW): Promise<string> {
  const works = await createWorks(ADMIN, { service: 'water', title: 'Works', parts: [{ area, windows: [window] }] }, NOW)
  await publishWorks(ADMIN, { reference: works.reference }, NOW)
  return works.reference
}

async function household(x: number, number: number): Promise<number> {
  const value = `+3933300000${String(number).padStart(2, '0')}`
  return (await addHousehold({ x, y: 1, street: 'Via Roma', number, channel: 'sms', value, language: 'it' })).addressId
}

beforeAll(async () => {
  await createUtility()
  home = await household(1, 1)
  next = await household(2, 3)
  far = await household(30, 5)
  reference = await publish(square(0, 0, 5))
})

describe('that there is still no supply', () => {
  it('can be said from the announced end until twelve hours after it, where the works were', async () => {
    const offered = async (id: number, time: string) => (await findEndedWorks(id, at(time))).map((ended) => ended.reference)
    expect(await offered(home, '11:29')).toEqual([])
    expect(await offered(home, '11:30')).toEqual([reference])
    expect(await offered(home, '23:29')).toEqual([reference])
    expect(await offered(home, '23:30')).toEqual([])
    expect(await offered(far, '12:00')).toEqual([])
    for (const [id, time] of [
      [home, '11:00'],
      [home, '23:45'],
      [far, '12:00'],
    ] as const) {
      await expect(reportNoSupply(from('203.0.113.1'), { addressId: id, reference }, at(time))).rejects.toMatchObject({
        code: 'conflict',
        detail: { reason: 'supply_report_not_open', params: { hours: 12 } },
      })
    }
  })

  it('counts once for each client and address, and is answered the same every time', async () => {
    const says = (client: string, addressId: number, time: string) => reportNoSupply(from(client), { addressId, reference }, at(time))
    expect(await says('203.0.113.1', home, '11:40')).toBeUndefined()
    expect(await says('203.0.113.1', home, '11:41')).toBeUndefined()
    await says('203.0.113.2', home, '11:45')
    await says('203.0.113.1', next, '11:50')
    expect(await getSupplyReports(ADMIN, reference)).toMatchObject({
      reports: 3,
      addresses: 2,
      since: '2026-12-02T11:40:00.000Z',
      places: [
        { id: home, label: 'Via Roma 1', reports: 2, since: '2026-12-02T11:40:00.000Z', last: '2026-12-02T11:45:00.000Z' },
        { id: next, label: 'Via Roma 3', reports: 1 },
      ],
    })
  })

  it('counts once also when many presses come at the same moment', async () => {
    const press = () => reportNoSupply(from('203.0.113.9'), { addressId: home, reference }, at('11:59'))
    await Promise.all(Array.from({ length: 8 }, press))
    expect((await getSupplyReports(ADMIN, reference)).reports).toBe(4)
  })

  it('is seen by whoever answers the telephone', async () => {
    expect((await getWorksBrief(ADMIN, reference, at('12:30'))).stillNone).toBe(4)
    expect((await getCallerView(ADMIN, { addressId: home }, at('12:30'))).stillNone).toBe(3)
    expect((await getCallerView(ADMIN, { addressId: far }, at('12:30'))).stillNone).toBe(0)
  })

  it('cannot be said while works still run: extended ones, or others of the same service', async () => {
    const long = await publish(square(0, 0, 1.5), { start: '2026-12-02T12:00', end: '2026-12-02T15:00' })
    expect(await findEndedWorks(home, at('12:00'))).toEqual([])
    expect((await findEndedWorks(next, at('12:00'))).map((ended) => ended.reference)).toEqual([reference])
    expect((await findEndedWorks(home, at('14:00'))).map((ended) => ended.reference).sort()).toEqual([reference, long].sort())
    await extendWorks(ADMIN, { reference, until: '2026-12-02T17:00' }, at('12:10'))
    expect(await findEndedWorks(next, at('12:20'))).toEqual([])
    await expect(reportNoSupply(from('203.0.113.3'), { addressId: next, reference }, at('12:20'))).rejects.toMatchObject({
      code: 'conflict',
    })
    // After the new end the same client has said it already: one window, one report.
    await reportNoSupply(from('203.0.113.1'), { addressId: home, reference }, at('16:10'))
    expect((await getSupplyReports(ADMIN, reference)).reports).toBe(4)
  })

  it('keeps nothing of who said it: no address of a client, and a salt that is gone the next day', async () => {
    const rows = await database().$queryRaw<Array<{ row: string }>>`SELECT to_jsonb(supply_report)::text AS row FROM supply_report`
    expect(rows.map(({ row }) => row).join()).not.toMatch(/203\.0\.113/)
    expect(new Set((await database().supplyReport.findMany()).map(({ clientHash }) => Buffer.from(clientHash).toString('hex'))).size).toBe(
      4,
    )
    expect(await database().supplyReportSalt.count()).toBe(1)
    await sweep(at('23:00'))
    expect(await database().supplyReportSalt.count()).toBe(1)
    await sweep(new Date('2026-12-03T00:00:30Z'))
    expect(await database().supplyReportSalt.count()).toBe(0)
  })

  it('is refused where the input is nonsense', async () => {
    await expect(reportNoSupply(from('203.0.113.1'), { addressId: 'x', reference }, at('12:00'))).rejects.toMatchObject({
      code: 'bad_input',
    })
    await expect(reportNoSupply(from('203.0.113.1'), { addressId: 1e12, reference }, at('12:00'))).rejects.toMatchObject({
      code: 'bad_input',
    })
  })

  it('is for staff to read', async () => {
    await expect(getSupplyReports(from('203.0.113.1'), reference)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
