import Holidays from 'date-holidays'
import type { Temporal } from 'temporal-polyfill'

export type IsWorkingDay = (day: Temporal.PlainDate) => boolean

/** A country's calendar, and what it said of a day: building it takes milliseconds, and asking it half of one. */
interface Calendar {
  holidays: Holidays
  known: Map<string, boolean>
}

const calendars = new Map<string, Calendar>()

function calendarOf(country: string): Calendar {
  const calendar = calendars.get(country) ?? { holidays: new Holidays(country), known: new Map() }
  calendars.set(country, calendar)
  return calendar
}

function isPublicHoliday({ holidays, known }: Calendar, day: Temporal.PlainDate): boolean {
  const key = day.toString()
  // date-holidays reads a Date by the process's own zone: noon is the same day in all of them.
  const found = () => holidays.isHoliday(new Date(day.year, day.month - 1, day.day, 12)) || []
  const answer = known.get(key) ?? found().some((holiday) => holiday.type === 'public')
  known.set(key, answer)
  return answer
}

/** Says whether a day is worked in a country: not Saturday, Sunday, a public holiday or the municipality's patron day ("MM-DD"). */
export function workingDaysOf(country: string, patronDay: string | null): IsWorkingDay {
  const calendar = calendarOf(country)
  return (day) => day.dayOfWeek < 6 && day.toString().slice(5) !== patronDay && !isPublicHoliday(calendar, day)
}
