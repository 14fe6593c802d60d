import { inZone } from './wall-clock'

/** Where a window lies on the clocks of a zone, among the whole days that it touches. */
export interface DayShare {
  /** From 0, the first day's midnight, to 1, the midnight after the last day. */
  from: number
  to: number
  /** The same for now; null on other days. */
  now: number | null
  /** ISO instants at which the days begin; there is at least one. */
  days: string[]
}

/** Places a window among the days that it touches; days have 23 or 25 hours where clocks change. `end` may be a midnight, and ends the day before. */
export function dayShare({ start, end }: { start: string; end: string }, now: Date, zone: string): DayShare {
  const first = inZone(new Date(start), zone).startOfDay()
  const last = inZone(new Date(Date.parse(end) - 1), zone).startOfDay()
  const [opens, closes] = [first.epochMilliseconds, last.add({ days: 1 }).epochMilliseconds]
  const share = (instant: number) => (instant - opens) / (closes - opens)
  const count = first.toPlainDate().until(last.toPlainDate()).days + 1
  return {
    from: share(Date.parse(start)),
    to: share(Date.parse(end)),
    now: now.getTime() >= opens && now.getTime() < closes ? share(now.getTime()) : null,
    days: Array.from({ length: count }, (_, day) => new Date(first.add({ days: day }).epochMilliseconds).toISOString()),
  }
}
