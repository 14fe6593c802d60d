import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { rehearseWorks } from '@/lib/notices/rehearsal/rehearse-works'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'

const CLI: Actor = { kind: 'cli', name: 'test', source: 'cli' }
const NOW = new Date('2026-11-20T09:00:00Z')
const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
const FAST = { sms: 100, email: 100, telegram: 100, viber: 100 }

async function draft(windows = [WINDOW], area = square(0, 0, 5), now = NOW): Promise<string> {
  const { reference } = await createWorks(CLI, { service: 'water', title: 'Rehearsed', parts: [{ area, windows }] }, now)
  return reference
}

describe('rehearsing works', () => {
  beforeAll(async () => {
    await createUtility()
    for (let number = 1; number <= 12; number++) {
      await addHousehold({
        x: 1 + number / 10,
        y: 1,
        street: 'Via Roma',
        number,
        channel: 'sms',
        value: `+3933300000${number + 10}`,
        language: number > 9 ? 'uk' : 'it',
      })
    }
    await addHousehold({ x: 2, y: 2, street: 'Via Roma', number: 20, channel: 'email', value: 'jonas@example.org', language: 'lt' })
    await addHousehold({ x: 9, y: 9, street: 'Via Po', number: 1, channel: 'telegram', value: '1001', language: 'en' })
  })

  it('says of a draft who is told by what, with one text of each, and writes nothing', async () => {
    const reference = await draft()
    const before = [await database().message.count(), await database().notice.count()]
    const { notices } = await rehearseWorks(CLI, reference, NOW, FAST)
    expect(notices.map(({ kind, people }) => [kind, people])).toEqual([
      ['advance', 13],
      ['day_before', 13],
      ['same_day', 13],
    ])
    expect(notices[0]?.groups).toMatchObject([
      { channel: 'sms', language: 'it', people: 9, units: 9, deliverySeconds: 1 },
      { channel: 'sms', language: 'uk', people: 3 },
      { channel: 'email', language: 'lt', people: 1, units: 1, cost: 0.0004, deliverySeconds: 1 },
    ])
    const [italian, ukrainian, mail] = notices[0]?.groups ?? []
    expect(mail?.subject).toContain('Nebus vandens')
    expect(mail?.text).toContain('Via Roma 20, Provaglio')
    expect(italian?.text).toContain('interruzione acqua mar 1 dic 09:00-12:30, Via Roma 1.')
    expect(ukrainian?.text).toContain('не буде води')
    expect([await database().message.count(), await database().notice.count()]).toEqual(before)
  })

  it('reckons the time that the slowest channel takes, and when the last message is out', async () => {
    const { notices } = await rehearseWorks(CLI, await draft(), NOW, { ...FAST, sms: 0.01 })
    const [advance] = notices
    expect(advance?.deliverySeconds).toBe((advance?.segments ?? 0) * 100)
    const last = new Date('2026-11-26T09:00:00Z').getTime() + (advance?.deliverySeconds ?? 0) * 1000
    expect(advance?.lastHandedOverAt).toBe(new Date(last).toISOString())
  })

  it('looks at the notice by which people first hear, and finds it in time', async () => {
    const { notices } = await rehearseWorks(CLI, await draft(), NOW, FAST)
    expect(notices.map(({ legal }) => legal?.ok ?? null)).toEqual([true, null, null])
    expect(notices[0]?.legal?.instant).toBe('2026-11-29T08:00:00.000Z')
  })

  it('says since when it is too late and what would make it, where a channel is too slow', async () => {
    const reference = await draft()
    const now = new Date('2026-11-29T07:00:00Z')
    const { notices } = await rehearseWorks(CLI, reference, now, { ...FAST, sms: 0.0005 })
    const first = notices.find(({ legal }) => legal)
    expect(first?.legal).toMatchObject({ ok: false, instant: '2026-11-29T08:00:00.000Z' })
    const seconds = first?.deliverySeconds ?? 0
    expect(first?.legal?.tooLateSince).toBe(new Date(new Date('2026-11-29T08:00:00Z').getTime() - seconds * 1000).toISOString())
    const earliest = new Date(first?.legal?.earliestStart ?? 0).getTime()
    const needed = now.getTime() + seconds * 1000 + 48 * 3_600_000
    expect(earliest >= needed && earliest - needed < 900_000).toBe(true)
  })

  it('finds the same of published works as of their draft', async () => {
    const reference = await draft()
    const asDraft = await rehearseWorks(CLI, reference, NOW, FAST)
    await publishWorks(CLI, { reference }, NOW)
    expect(await rehearseWorks(CLI, reference, NOW, FAST)).toEqual(asDraft)
  })

  it('tells of each part whom it hits', async () => {
    const parts = [
      { area: square(0, 0, 5), windows: [WINDOW] },
      { area: square(8, 8, 3), windows: [{ start: '2026-12-03T09:00', end: '2026-12-03T12:30' }] },
    ]
    const { reference } = await createWorks(CLI, { service: 'water', title: 'Two parts', parts }, NOW)
    const { notices } = await rehearseWorks(CLI, reference, NOW, FAST)
    expect(notices.filter(({ kind }) => kind === 'advance').map(({ people, legal }) => [people, legal?.ok])).toEqual([
      [13, true],
      [1, true],
    ])
  })
})
