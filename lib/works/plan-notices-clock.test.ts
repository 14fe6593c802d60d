import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { findLegalInstant } from '@/lib/regulation/find-legal-instant'
import { regulationOf } from '@/lib/regulation/regulation'
import { workingDaysOf } from '@/lib/regulation/working-days'
import { DEFAULT_NOTICE_PLAN } from '@/lib/utility/notice-plan'
import { atWallClock, inZone } from '@/lib/wall-clock'
import { planNotices } from './plan-notices'
import type { QuietHours } from './quiet-hours'

const ZONES = [
  ['Europe/Rome', 'IT'],
  ['Europe/Vilnius', 'LT'],
  ['Europe/Kyiv', 'UA'],
] as const
/** A week before the clocks go back, and before they go forward. */
const WEEKS = ['2026-10-18', '2027-03-21']
const QUARTER = 900_000
const LONG_BEFORE = new Date('2026-09-01T00:00:00Z')

/** A window that begins in one of the two fortnights around a clock change, on any quarter of an hour, up to twelve hours long. */
function windowIn(zone: string, id = 1) {
  const parts = {
    week: fc.constantFrom(...WEEKS),
    quarters: fc.integer({ min: 0, max: 14 * 96 - 1 }),
    length: fc.integer({ min: 1, max: 48 }),
  }
  return fc.record(parts).map(({ week, quarters, length }) => {
    const start = new Date(atWallClock(Temporal.PlainDate.from(week), '00:00', zone).getTime() + quarters * QUARTER)
    return { id, start, end: new Date(start.getTime() + length * QUARTER) }
  })
}

const quietHours = (zone: string) =>
  fc.record({ from: fc.constantFrom('20:00', '21:00', '22:30'), to: fc.constantFrom('07:00', '08:00', '09:30'), zone: fc.constant(zone) })

function isQuiet(instant: Date, { from, to, zone }: QuietHours): boolean {
  const time = inZone(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return time >= from || time < to
}

function rulesOf(quiet: QuietHours, country: string) {
  const regulation = regulationOf(country, 'power')
  const isWorkingDay = workingDaysOf(country, null)
  const legalInstant = (start: Date) => regulation && findLegalInstant(start, regulation, quiet.zone, isWorkingDay)
  return { stages: DEFAULT_NOTICE_PLAN, quiet, legalInstant }
}

describe.each(ZONES)('around both nights of the clock change in %s', (zone, country) => {
  it('every stage is due at its wall-clock time, in order, before the start, and useless at the latest when supply is back', () => {
    const plain = { stages: DEFAULT_NOTICE_PLAN, quiet: { from: '21:00', to: '08:00', zone }, legalInstant: () => null }
    fc.assert(
      fc.property(windowIn(zone), (window) => {
        const notices = planNotices([[window]], plain, LONG_BEFORE)
        expect(notices.map(({ kind }) => kind)).toEqual(['advance', 'day_before', 'same_day'])
        const day = inZone(window.start, zone).toPlainDate()
        for (const { kind, dueAt, notAfter } of notices) {
          const local = inZone(dueAt, zone)
          const days = { advance: 5, day_before: 1 }[kind as 'advance' | 'day_before']
          if (days) expect(local.toPlainDateTime().toString()).toBe(`${day.subtract({ days })}T10:00:00`)
          else if (window.start.getTime() - dueAt.getTime() !== 2 * 3_600_000)
            expect(['08:00', '20:00']).toContain(local.toPlainTime().toString().slice(0, 5))
          expect(dueAt < window.start && window.start <= notAfter && notAfter <= window.end).toBe(true)
        }
        expect(notices.map(({ dueAt }) => dueAt.getTime())).toEqual(notices.map(({ dueAt }) => dueAt.getTime()).toSorted((a, b) => a - b))
      }),
      { numRuns: 150 },
    )
  })

  it('nobody is told in quiet hours, whatever they are and whatever the law asks', () => {
    fc.assert(
      fc.property(windowIn(zone), quietHours(zone), (window, quiet) => {
        for (const { dueAt } of planNotices([[window]], rulesOf(quiet, country), LONG_BEFORE)) expect(isQuiet(dueAt, quiet)).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  it('published at any moment, somebody is told by at least one notice; in quiet hours only at once, when the morning would be too late', () => {
    const lead = fc.integer({ min: 1, max: 8 * 96 })
    fc.assert(
      fc.property(windowIn(zone), quietHours(zone), lead, (window, quiet, quarters) => {
        const now = new Date(window.start.getTime() - quarters * QUARTER)
        const live = planNotices([[window]], rulesOf(quiet, country), now).filter(({ skipReason }) => skipReason === null)
        expect(live.length).toBeGreaterThan(0)
        for (const { dueAt } of live) {
          expect(dueAt >= now && dueAt < window.start).toBe(true)
          if (!isQuiet(dueAt, quiet)) continue
          expect(dueAt).toEqual(now)
          const morning = atWallClock(
            inZone(now, zone)
              .toPlainDate()
              .add({ days: inZone(now, zone).hour >= 12 ? 1 : 0 }),
            quiet.to,
            zone,
          )
          expect(morning >= window.start).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('no window is named twice by one kind, and none of a kind is planned twice', () => {
    const nights = fc.tuple(windowIn(zone, 1), windowIn(zone, 2)).filter(([a, b]) => a.end <= b.start)
    fc.assert(
      fc.property(nights, fc.boolean(), ([first, second], onePart) => {
        const parts = onePart ? [[first, second]] : [[first], [second]]
        const notices = planNotices(parts, rulesOf({ from: '21:00', to: '08:00', zone }, country), LONG_BEFORE)
        const named = notices.flatMap(({ kind, windows }) => windows.map(({ id }) => `${kind} ${id}`))
        expect(new Set(named).size).toBe(named.length)
        const keys = notices.map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 100 },
    )
  })
})
