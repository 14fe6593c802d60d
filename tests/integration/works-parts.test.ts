import { beforeAll, describe, expect, it } from 'vitest'
import { collectPartWindows } from '@/bin/cli/read-window'
import type { Actor } from '@/lib/auth/actor'
import { listOutbox } from '@/lib/notices/list-outbox'
import { runDueWork } from '@/lib/notices/run-due-work'
import { createWorks } from '@/lib/works/create-works'
import { findOutages } from '@/lib/works/find-outages'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const NOW = new Date('2026-11-20T09:00:00Z')
const DAY = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
const NIGHT = { start: '2026-12-01T22:00', end: '2026-12-02T05:00' }

const dayHouse = { x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' } as const
const nightHouse = { x: 9, y: 9, street: 'Via Po', number: 1, channel: 'sms', value: '+393330000002', language: 'it' } as const

describe('works of two parts with times of their own', () => {
  let byDay: number
  let atNight: number

  beforeAll(async () => {
    await createUtility()
    byDay = (await addHousehold(dayHouse)).addressId
    atNight = (await addHousehold(nightHouse)).addressId
  })

  async function publish(title: string, second = NIGHT): Promise<string> {
    const parts = [
      { area: square(0, 0, 3), windows: [DAY] },
      { area: square(8, 8, 3), windows: [second] },
    ]
    const { reference } = await createWorks(OPERATOR, { service: 'water', title, parts }, NOW)
    await publishWorks(OPERATOR, { reference }, NOW)
    return reference
  }

  it('moves each part to its own windows, and tells each household its own', async () => {
    const reference = await publish('Moved by parts')
    await runDueWork(new Date('2026-11-26T09:00:00Z'))
    const parts = [
      { windows: [{ start: '2026-12-03T09:00', end: '2026-12-03T12:30' }] },
      { windows: [{ start: '2026-12-03T22:00', end: '2026-12-04T05:00' }] },
    ]
    const now = new Date('2026-11-27T10:00:00Z')
    await rescheduleWorks(OPERATOR, { reference, parts }, now)
    await runDueWork(now)
    expect((await findOutages(byDay, now)).outages.map(({ start }) => start)).toEqual(['2026-12-03T08:00:00.000Z'])
    expect((await findOutages(atNight, now)).outages.map(({ start }) => start)).toEqual(['2026-12-03T21:00:00.000Z'])
    const changed = (await listOutbox(OPERATOR, { limit: 100, worksReference: reference })).filter(
      ({ noticeKind }) => noticeKind === 'changed',
    )
    const textTo = (number: string) => changed.filter(({ recipient }) => recipient === number).map(({ text }) => text)
    expect(textTo(dayHouse.value)).toEqual([expect.stringMatching(/09:00/)])
    expect(textTo(dayHouse.value)[0]).not.toMatch(/22:00/)
    expect(textTo(nightHouse.value)).toEqual([expect.stringMatching(/22:00/)])
    expect(textTo(nightHouse.value)[0]).not.toMatch(/09:00/)
  })

  it('never gives parts with times of their own the same ones unasked', async () => {
    const reference = await publish('Not to be flattened')
    const windows = [{ start: '2026-12-05T09:00', end: '2026-12-05T12:30' }]
    const refused = { detail: { reason: 'windows_of_each_part', params: { count: 2 } } }
    await expect(rescheduleWorks(OPERATOR, { reference, windows }, NOW)).rejects.toMatchObject(refused)
    await expect(rescheduleWorks(OPERATOR, { reference, parts: [{ windows }] }, NOW)).rejects.toMatchObject(refused)
    await expect(rescheduleWorks(OPERATOR, { reference, windows, parts: [{ windows }, { windows }] }, NOW)).rejects.toMatchObject({
      detail: { reason: 'windows_said_twice' },
    })
    await expect(rescheduleWorks(OPERATOR, { reference }, NOW)).rejects.toMatchObject({ detail: { reason: 'field_missing' } })
    const backwards = [{ windows }, { windows: [{ start: '2026-12-05T12:00', end: '2026-12-05T09:00' }] }]
    await expect(rescheduleWorks(OPERATOR, { reference, parts: backwards }, NOW)).rejects.toMatchObject({
      detail: { reason: 'window_ends_before_start', field: 'parts.1.windows.0.end' },
    })
    expect(await getWorksDetail(OPERATOR, reference, NOW)).toMatchObject({ version: 1, state: 'published' })
  })

  it('moves parts that share their times together, in one go', async () => {
    const reference = await publish('Moved together', DAY)
    await rescheduleWorks(OPERATOR, { reference, windows: [{ start: '2026-12-06T09:00', end: '2026-12-06T12:30' }] }, NOW)
    const { parts } = await getWorksDetail(OPERATOR, reference, NOW)
    expect(parts.map(({ windows }) => windows[0]?.start)).toEqual(['2026-12-06T08:00:00.000Z', '2026-12-06T08:00:00.000Z'])
  })

  it('reads the windows of parts from the command line', () => {
    const once = collectPartWindows('2:2026-12-03T22:00/2026-12-04T05:00')
    expect(collectPartWindows('1:2026-12-03T09:00/2026-12-03T12:00', once)).toEqual([
      { windows: [{ start: '2026-12-03T09:00', end: '2026-12-03T12:00' }] },
      { windows: [{ start: '2026-12-03T22:00', end: '2026-12-04T05:00' }] },
    ])
    expect(() => collectPartWindows('0:2026-12-03T22:00/2026-12-04T05:00')).toThrow()
    expect(() => collectPartWindows('2026-12-03T22:00/2026-12-04T05:00')).toThrow()
  })
})
