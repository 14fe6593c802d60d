import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { FOR_GOOD } from '@/lib/contacts/stopped'
import { database } from '@/lib/db/client'
import { checkWorks } from '@/lib/works/check/check-works'
import { findUnreached } from '@/lib/works/check/find-unreached'
import { getReachMap } from '@/lib/works/check/get-reach-map'
import { suggestWindow } from '@/lib/works/check/suggest-window'
import { createWorks } from '@/lib/works/create-works'
import { saveDraft } from '@/lib/works/drafts/save-draft'
import { markPhoned } from '@/lib/works/priority/mark-phoned'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'

/** A Tuesday. */
const NOW = new Date('2026-11-24T09:00:00Z')
const OPERATOR = { kind: 'staff', id: 1, email: 'olga@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' } as const

/** Every test has a row of the grid to itself. */
let row = 0

function household(x: number, number: number, overrides: Partial<Parameters<typeof addHousehold>[0]> = {}) {
  const value = `+39347${String(row).padStart(3, '0')}${String(number).padStart(4, '0')}`
  return addHousehold({ x: x + 0.5, y: row + 0.5, street: `Via Riga${row}`, number, channel: 'sms', value, language: 'it', ...overrides })
}

/** Three that hear, of four: the second number is dead. */
async function fillRow(): Promise<void> {
  row += 3
  await household(0, 1)
  await household(1, 3, { state: 'unreachable' })
  await household(2, 5, { channel: 'email', value: 'anna@example.org', language: 'uk' })
  await household(3, 7)
}

/** A strip of the row, `size` households long. */
function strip(from: number, size: number) {
  return { type: 'MultiPolygon', coordinates: Array.from({ length: size }, (_, step) => square(from + step, row, 1).coordinates) }
}

async function plan(from: number, size: number, day: string, service: 'water' | 'heat' = 'water'): Promise<string> {
  const windows = [{ start: `${day}T09:00`, end: `${day}T12:00` }]
  const input = { service, title: 'Lavori di prova', parts: [{ area: strip(from, size), windows }] }
  return (await createWorks(SYSTEM, input, NOW)).reference
}

async function publish(reference: string): Promise<void> {
  await publishWorks(SYSTEM, { reference }, NOW)
}

describe('the check before publication', () => {
  beforeAll(createUtility)
  beforeEach(fillRow)

  it('counts who can be told and who cannot, and lists the buildings where nobody is', async () => {
    const reference = await plan(0, 3, '2026-12-02')
    const check = await checkWorks(SYSTEM, reference, NOW)
    expect(check.affected).toEqual({ servicePoints: 3, units: 3, accounts: 3, contacts: 2 })
    expect(check.reach).toEqual({ servicePoints: 3, reachablePoints: 2, accounts: 3, reachableAccounts: 2, share: 2 / 3 })
    expect(check.channels).toEqual([
      { channel: 'sms', language: 'it', people: 1 },
      { channel: 'email', language: 'uk', people: 1 },
    ])
    expect(await findUnreached(SYSTEM, reference)).toEqual([{ address: `Via Riga${row} 3`, servicePoints: 1, units: 1 }])
    const map = await getReachMap(SYSTEM, reference)
    expect(map.features.map(({ properties }) => properties.role).sort()).toEqual(['reachable', 'reachable', 'unreachable'])
  })

  it('counts nobody who stopped the messages of their account for good, and whoever pauses for a while', async () => {
    await database().subscription.updateMany({
      where: { contact: { value: 'anna@example.org' } },
      data: { pausedUntil: FOR_GOOD },
    })
    await database().subscription.updateMany({
      where: { contact: { channel: 'sms' } },
      data: { pausedUntil: new Date(NOW.getTime() + 86_400_000) },
    })
    const reference = await plan(0, 3, '2026-12-02')
    const check = await checkWorks(SYSTEM, reference, NOW)
    expect(check.affected).toMatchObject({ accounts: 3, contacts: 1 })
    expect(check.reach).toMatchObject({ reachablePoints: 1, reachableAccounts: 1 })
    expect(check.channels).toEqual([{ channel: 'sms', language: 'it', people: 1 }])
    await database().subscription.updateMany({ data: { pausedUntil: null } })
  })

  it('reaches an account by somebody who enrolled for its address, and not by an account that was closed', async () => {
    const { addressId, contactId } = await household(10, 21)
    const shared = await household(11, 23, { state: 'opted_out' })
    await database().subscription.create({ data: { contactId, addressId: shared.addressId, role: 'resident' } })
    const reference = await plan(11, 1, '2026-12-02')
    expect((await checkWorks(SYSTEM, reference, NOW)).reach).toMatchObject({ accounts: 1, reachableAccounts: 1, reachablePoints: 1 })
    await database().account.updateMany({ where: { servicePoint: { addressId } }, data: { active: false } })
    const closed = await plan(10, 1, '2026-12-02')
    expect((await checkWorks(SYSTEM, closed, NOW)).reach).toMatchObject({ accounts: 0, reachablePoints: 0, share: 1 })
  })

  it('asks staff to phone a priority customer before they publish, and remembers that they did', async () => {
    await database().servicePoint.updateMany({
      where: { address: { number: 7, street: { name: `Riga${row}` } } },
      data: { priority: 'dialysis' },
    })
    const reference = await plan(3, 1, '2026-12-02')
    const [point] = (await checkWorks(SYSTEM, reference, NOW)).priority
    expect(point).toMatchObject({ priority: 'dialysis', address: `Via Riga${row} 7`, phonedAt: null })
    await expect(publishWorks(OPERATOR, { reference }, NOW)).rejects.toMatchObject({
      code: 'bad_input',
      detail: { reason: 'priority_not_phoned', params: { count: 1 } },
    })
    await expect(markPhoned(OPERATOR, { reference, code: 'nobody', phoned: true }, NOW)).rejects.toMatchObject({ code: 'bad_input' })
    await markPhoned(OPERATOR, { reference, code: point?.code ?? '', phoned: true }, NOW)
    expect((await checkWorks(SYSTEM, reference, NOW)).priority[0]).toMatchObject({ phonedAt: NOW.toISOString(), phonedBy: 'staff:1' })
    await markPhoned(OPERATOR, { reference, code: point?.code ?? '', phoned: false }, NOW)
    await markPhoned(OPERATOR, { reference, code: point?.code ?? '', phoned: true }, NOW)
    expect((await publishWorks(OPERATOR, { reference }, NOW)).state).toBe('published')
  })

  it('names homes where somebody said that they need help, after those who must be phoned, and waits for no call there', async () => {
    const account = await database().account.findFirstOrThrow({
      where: { servicePoint: { address: { number: 7, street: { name: `Riga${row}` } } } },
    })
    const personId = account.holderId ?? 0
    for (const kind of ['reduced_mobility', 'oxygen'] as const)
      await database().supportNeed.create({ data: { accountId: account.id, kind, personId, saidAt: NOW } })
    const reference = await plan(3, 1, '2026-12-02')
    const { priority } = await checkWorks(SYSTEM, reference, NOW)
    expect(priority).toMatchObject([{ priority: null, needs: ['oxygen', 'reduced_mobility'], address: `Via Riga${row} 7` }])
    await markPhoned(OPERATOR, { reference, code: priority[0]?.code ?? '', phoned: true }, NOW)
    expect((await checkWorks(SYSTEM, reference, NOW)).priority[0]?.phonedAt).toBe(NOW.toISOString())
    await markPhoned(OPERATOR, { reference, code: priority[0]?.code ?? '', phoned: false }, NOW)
    expect((await publishWorks(OPERATOR, { reference }, NOW)).state).toBe('published')
    await database().supportNeed.deleteMany({ where: { accountId: account.id } })
  })

  it('names other works within 14 days that hit the same households, also of another service, and which are at once', async () => {
    const { addressId } = await household(4, 9)
    await database().$executeRaw`
      INSERT INTO service_point (service, code, address_id, geom) SELECT 'heat', 'H-9', id, geom FROM address WHERE id = ${addressId}`
    const heat = await plan(4, 1, '2026-12-02', 'heat')
    await publish(heat)
    const near = await plan(0, 2, '2026-12-09')
    await publish(near)
    const far = await plan(0, 2, '2026-12-20')
    await publish(far)
    const reference = await plan(0, 5, '2026-12-02')
    const { clashes } = await checkWorks(SYSTEM, reference, NOW)
    expect(clashes.map((clash) => [clash.reference, clash.sharedPoints, clash.isAtOnce])).toEqual([
      [near, 2, false],
      [heat, 1, true],
    ])
  })

  it('suggests the next days on which fewer people are hit twice, that are worked and keep the law', async () => {
    await publish(await plan(0, 2, '2026-12-01'))
    const reference = await plan(0, 3, '2026-12-10')
    const [best, ...others] = await suggestWindow(SYSTEM, reference, NOW)
    // 14 days from the evening of the first are over on the 15th at noon.
    expect(best).toMatchObject({ days: 6, hitTwice: 0, now: 2 })
    expect(best?.windows).toEqual([{ start: '2026-12-16T08:00:00.000Z', end: '2026-12-16T11:00:00.000Z' }])
    expect(others.every(({ hitTwice }) => hitTwice === 0)).toBe(true)
    const free = await plan(3, 1, '2026-12-10')
    expect(await suggestWindow(SYSTEM, free, NOW)).toEqual([])
  })

  it('names public holidays, the patron day and weekends of the windows', async () => {
    await database().utility.update({ where: { id: 1 }, data: { patronDay: '12-10' } })
    const windows = [
      { start: '2026-12-07T22:00', end: '2026-12-08T05:00' },
      { start: '2026-12-10T09:00', end: '2026-12-10T12:00' },
      { start: '2026-12-12T09:00', end: '2026-12-12T12:00' },
    ]
    const { reference } = await createWorks(SYSTEM, { service: 'water', title: 'Notti', parts: [{ area: strip(0, 1), windows }] }, NOW)
    const { daysOff } = await checkWorks(SYSTEM, reference, NOW)
    expect(daysOff.map(({ day, kind, name }) => [day, kind, name])).toEqual([
      ['2026-12-08', 'holiday', 'Immacolata Concezione'],
      ['2026-12-10', 'patron_day', null],
      ['2026-12-12', 'weekend', null],
    ])
  })

  it('says what an incomplete draft lacks, and counts nobody', async () => {
    const { reference, problem } = await saveDraft(
      OPERATOR,
      { reference: null, revision: null, draft: { service: 'water', title: 'Vi' } },
      NOW,
    )
    expect(problem).toMatchObject({ reason: 'text_too_short', field: 'title' })
    const check = await checkWorks(OPERATOR, reference, NOW)
    expect(check).toMatchObject({ problem, affected: { servicePoints: 0 }, legal: null, revision: 1 })
  })
})
