import type { Temporal } from 'temporal-polyfill'
import { inZone } from '@/lib/wall-clock'
import type { Regulation } from './regulation'
import type { IsWorkingDay } from './working-days'

/** Office hours, in which the hour to spare must lie. */
const OFFICE = { from: 9, to: 17 }

function minusWorkingDays(from: Temporal.ZonedDateTime, count: number, isWorkingDay: IsWorkingDay): Temporal.ZonedDateTime {
  let moment = from
  for (let left = count; left > 0; ) {
    moment = moment.subtract({ days: 1 })
    if (isWorkingDay(moment.toPlainDate())) left -= 1
  }
  return moment
}

function minusMinimum(start: Temporal.ZonedDateTime, minimum: Regulation['minimum'], isWorkingDay: IsWorkingDay): Temporal.ZonedDateTime {
  if (minimum.unit === 'hours') return start.subtract({ hours: minimum.value })
  if (minimum.unit === 'days') return start.subtract({ days: minimum.value })
  return minusWorkingDays(start, minimum.value, isWorkingDay)
}

/** One office hour earlier, on a working day. */
function minusOfficeHour(moment: Temporal.ZonedDateTime, isWorkingDay: IsWorkingDay): Temporal.ZonedDateTime {
  const atClose = (day: Temporal.ZonedDateTime) => day.with({ hour: OFFICE.to, minute: 0, second: 0, millisecond: 0 })
  let end = moment.hour >= OFFICE.to ? atClose(moment) : moment
  if (end.hour < OFFICE.from + 1) end = atClose(end.subtract({ days: 1 }))
  while (!isWorkingDay(end.toPlainDate())) end = atClose(end.subtract({ days: 1 }))
  return end.subtract({ hours: 1 })
}

/** The instant by which the last message has to be out: the minimum notice before `start`, and no hour to spare. Later starts never ask for earlier ones. */
export function findMinimumInstant(start: Date, regulation: Regulation, zone: string, isWorkingDay: IsWorkingDay): Date {
  return new Date(minusMinimum(inZone(start, zone), regulation.minimum, isWorkingDay).epochMilliseconds)
}

/**
 * The latest instant at which people may be told of an interruption that begins at `start`: the minimum notice and one office hour to
 * spare before it. Publishing later is short notice. Source: the regulation itself; the spare hour is REGULATION's own rule.
 */
export function findLegalInstant(start: Date, regulation: Regulation, zone: string, isWorkingDay: IsWorkingDay): Date {
  const minimum = minusMinimum(inZone(start, zone), regulation.minimum, isWorkingDay)
  return new Date(minusOfficeHour(minimum, isWorkingDay).epochMilliseconds)
}
