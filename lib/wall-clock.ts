import { Temporal } from 'temporal-polyfill'

/** What a text said about time: an instant, or why it says none. */
export type ReadInstant = { instant: Date } | { problem: 'not_a_time' | 'no_such_time' }

const OFFSET = /(?:[zZ]|[+-]\d{2}:?\d{2})(?:\[[^\]]+\])?$/

function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

/** `date` in `zone`, with the wall clock that people there see. */
export function inZone(date: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone)
}

/** The instant at which clocks in `zone` show `time` ("10:00") on `day`. A time that the clock change skips is read as the one after. */
export function atWallClock(day: Temporal.PlainDate, time: string, zone: string): Date {
  return toDate(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant())
}

/**
 * Reads "2026-12-01T08:30" on the clocks of `zone`, or an instant with its own offset.
 *
 * An hour that comes twice in autumn is read as the `repeated` one; an hour that never comes in spring is `no_such_time`.
 */
export function readInstant(text: string, zone: string, repeated: 'earlier' | 'later'): ReadInstant {
  try {
    if (OFFSET.test(text)) return { instant: toDate(Temporal.Instant.from(text)) }
    if (!/\d[T ]\d/.test(text)) return { problem: 'not_a_time' }
    const wanted = Temporal.PlainDateTime.from(text)
    const found = wanted.toZonedDateTime(zone, { disambiguation: repeated })
    return found.toPlainDateTime().equals(wanted) ? { instant: toDate(found.toInstant()) } : { problem: 'no_such_time' }
  } catch {
    return { problem: 'not_a_time' }
  }
}
