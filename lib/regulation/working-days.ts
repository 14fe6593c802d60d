import Holidays from 'date-holidays'
import type { Temporal } from 'temporal-polyfill'

export type IsWorkingDay = (day: Temporal.PlainDate) => boolean

/** A country's calendar, and what it said of a day: building it takes milliseconds, and asking it half of one. */
interface Calendar {
  holidays: Holidays
  /** By day: the public holiday's name in the country's own language, null where there is none. */
  known: Map<string, string | null>
}

const calendars = new Map<string, Calendar>()

function calendarOf(country: string): Calendar {
  const calendar = calendars.get(country) ?? { holidays: new Holidays(country), known: new Map() }
  calendars.set(country, calendar)
  return calendar
}

function publicHoliday({ holidays, known }: Calendar, day: Temporal.PlainDate): string | null {
  const key = day.toString()
  // date-holidays reads a Date by the process's own zone: noon is the same day in all of them.
  const found = () => holidays.isHoliday(new Date(day.year, day.month - 1, day.day, 12)) || []
  const remembered = known.get(key)
  const answer = remembered === undefined ? (found().find((holiday) => holiday.type === 'public')?.name ?? null) : remembered
  known.set(key, answer)
  return answer
}

/** Why a day is not worked in a country; null for a working day. `name` is in the country's own language. */
export function dayOffOf(country: string, patronDay: string | null) {
  const calendar = calendarOf(country)
  return (day: Temporal.PlainDate): { kind: 'holiday' | 'patron_day' | 'weekend'; name: string | null } | null => {
    const name = publicHoliday(calendar, day)
    if (name !== null) return { kind: 'holiday', name }
    if (day.toString().slice(5) === patronDay) return { kind: 'patron_day', name: null }
    return day.dayOfWeek < 6 ? null : { kind: 'weekend', name: null }
  }
}

/** Says whether a day is worked in a country: not Saturday, Sunday, a public holiday or the municipality's patron day ("MM-DD"). */
export function workingDaysOf(country: string, patronDay: string | null): IsWorkingDay {
  const dayOff = dayOffOf(country, patronDay)
  return (day) => dayOff(day) === null
}
