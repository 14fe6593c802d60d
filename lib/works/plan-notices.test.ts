import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { DEFAULT_NOTICE_PLAN } from '@/lib/utility/notice-plan'
import { atWallClock, inZone } from '@/lib/wall-clock'
import { type NoticeRules, planNotices } from './plan-notices'

const NOW = new Date('2026-11-20T09:00:00Z')

function rules(overrides: Partial<NoticeRules> = {}, zone = 'Europe/Rome'): NoticeRules {
  return { stages: DEFAULT_NOTICE_PLAN, quiet: { from: '21:00', to: '08:00', zone }, legalInstant: () => null, ...overrides }
}

function window(start: string, end: string, id = 1) {
  return { id, start: new Date(start), end: new Date(end) }
}

function planned(notices: ReturnType<typeof planNotices>) {
  return notices.map(({ kind, dueAt, skipReason }) => [kind, dueAt.toISOString(), skipReason])
}

describe('planNotices', () => {
  it('skips the stages that are past, and says so', () => {
    const notices = planNotices([[window('2026-11-23T09:00:00Z', '2026-11-23T12:00:00Z')]], rules(), NOW)
    expect(planned(notices)).toEqual([
      ['advance', '2026-11-18T09:00:00.000Z', 'past'],
      ['day_before', '2026-11-22T09:00:00.000Z', null],
      ['same_day', '2026-11-23T07:00:00.000Z', null],
    ])
  })

  it('leaves nobody without a notice: when every stage is past, the last one is due at once', () => {
    const notices = planNotices([[window('2026-11-20T10:00:00Z', '2026-11-20T12:00:00Z')]], rules(), NOW)
    expect(planned(notices)).toEqual([
      ['advance', '2026-11-15T09:00:00.000Z', 'past'],
      ['day_before', '2026-11-19T09:00:00.000Z', 'past'],
      ['same_day', NOW.toISOString(), null],
    ])
  })

  it('tells of works at six in the morning the evening before', () => {
    const notices = planNotices([[window('2026-12-01T05:00:00Z', '2026-12-01T08:00:00Z')]], rules(), NOW)
    expect(notices.at(-1)).toMatchObject({ kind: 'same_day', dueAt: new Date('2026-11-30T19:00:00Z') })
  })

  it('names the windows of several nights in one notice where they fall due together', () => {
    const parts = [[window('2026-12-01T10:00:00Z', '2026-12-01T12:00:00Z', 1)], [window('2026-12-01T14:00:00Z', '2026-12-01T16:00:00Z', 2)]]
    const dayBefore = planNotices(parts, rules(), NOW).filter(({ kind }) => kind === 'day_before')
    expect(dayBefore.map(({ windows }) => windows.map(({ id }) => id))).toEqual([[1, 2]])
  })

  it('tells of each night separately on its day, and in advance only of the first', () => {
    const nights = [window('2026-12-01T21:00:00Z', '2026-12-02T04:00:00Z', 1), window('2026-12-02T21:00:00Z', '2026-12-03T04:00:00Z', 2)]
    const kinds = planNotices([nights], rules(), NOW).map(({ kind, windows }) => [kind, windows.map(({ id }) => id).join()])
    expect(kinds).toEqual([
      ['advance', '1'],
      ['day_before', '1'],
      ['day_before', '2'],
      ['same_day', '1'],
      ['same_day', '2'],
    ])
  })

  it('adds the legal stage only where no other stage keeps the law', () => {
    const start = '2026-12-01T09:00:00Z'
    const tenDays = rules({ legalInstant: () => new Date('2026-11-20T15:00:00Z') })
    expect(planNotices([[window(start, '2026-12-01T12:00:00Z')]], tenDays, NOW)[0]).toMatchObject({ kind: 'legal', skipReason: null })
    const twoDays = rules({ legalInstant: () => new Date('2026-11-27T15:00:00Z') })
    expect(planNotices([[window(start, '2026-12-01T12:00:00Z')]], twoDays, NOW).map(({ kind }) => kind)).not.toContain('legal')
  })

  it.each(['Europe/Rome', 'Europe/Vilnius', 'Europe/Kyiv'])(
    'keeps the wall clock and the quiet hours around both clock changes in %s',
    (zone) => {
      const quarter = fc.integer({ min: 0, max: 14 * 96 - 1 })
      fc.assert(
        fc.property(fc.constantFrom('2026-10-18', '2027-03-20'), quarter, fc.integer({ min: 1, max: 48 }), (day, quarters, length) => {
          const start = new Date(atWallClock(Temporal.PlainDate.from(day), '00:00', zone).getTime() + quarters * 900_000)
          const parts = [[{ id: 1, start, end: new Date(start.getTime() + length * 900_000) }]]
          for (const { dueAt, kind, notAfter } of planNotices(parts, rules({}, zone), new Date('2026-09-01T00:00:00Z'))) {
            const local = inZone(dueAt, zone)
            expect(local.hour >= 8 && local.hour < 21).toBe(true)
            if (kind !== 'same_day') expect(local.toPlainTime().toString()).toBe('10:00:00')
            expect(dueAt < start && start <= notAfter).toBe(true)
          }
        }),
        { numRuns: 300 },
      )
    },
  )
})
