import Holidays from 'date-holidays'
import type { Temporal } from 'temporal-polyfill'

export type IsWorkingDay = (day: Temporal.PlainDate) => boolean

/** Building a country's calendar takes milliseconds; one serves the whole process. */
const calendars = new Map<string, Holidays>()

function calendarOf(country: string): Holidays {
  const calendar = calendars.get(country) ?? new Holidays(country)
  calendars.set(country, calendar)
  return calendar
}

/** Says whether a day is worked in a country: not Saturday, Sunday, a public holiday or the municipality's patron day ("MM-DD"). */
export function workingDaysOf(country: string, patronDay: string | null): IsWorkingDay {
  const calendar = calendarOf(country)
  return (day) => {
    if (day.dayOfWeek >= 6 || day.toString().slice(5) === patronDay) return false
    // date-holidays reads a Date by the process's own zone: noon is the same day in all of them.
    const holidays = calendar.isHoliday(new Date(day.year, day.month - 1, day.day, 12))
    return !holidays || holidays.every((holiday) => holiday.type !== 'public')
  }
}
