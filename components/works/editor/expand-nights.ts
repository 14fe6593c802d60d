import { Temporal } from 'temporal-polyfill'
import type { WindowInput } from '@/lib/works/works'

/** "Each night 22:00–05:00 from 1 to 12 December": days as "2026-12-01", times as "22:00", all on the utility's clocks. */
export interface Nights {
  from: string
  to: string
  start: string
  end: string
  /** Weekdays on whose date a window begins, 1 for Monday to 7. */
  weekdays: readonly number[]
}

export type ExpandedNights =
  | { windows: WindowInput[] }
  | { problem: 'nights_incomplete' | 'nights_backwards' | 'nights_none' | 'nights_too_many' }

/** One part of works has at most so many windows. */
export const MOST_WINDOWS = 50

function readDay(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}

/** The windows of a rule that repeats by the day; one whose end is no later than its start goes over midnight. */
export function expandNights({ from, to, start, end, weekdays }: Nights): ExpandedNights {
  const [first, last] = [readDay(from), readDay(to)]
  if (!first || !last || !start || !end) return { problem: 'nights_incomplete' }
  const days = first.until(last, { largestUnit: 'days' }).days
  if (days < 0) return { problem: 'nights_backwards' }
  if (days > 366) return { problem: 'nights_too_many' }
  const dates = Array.from({ length: days + 1 }, (_, index) => first.add({ days: index })).filter((day) => weekdays.includes(day.dayOfWeek))
  if (dates.length === 0) return { problem: 'nights_none' }
  if (dates.length > MOST_WINDOWS) return { problem: 'nights_too_many' }
  const goesOver = end <= start ? 1 : 0
  return { windows: dates.map((day) => ({ start: `${day}T${start}`, end: `${day.add({ days: goesOver })}T${end}` })) }
}
