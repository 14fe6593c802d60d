import type { Temporal } from 'temporal-polyfill'
import { dayOffOf } from '@/lib/regulation/working-days'
import type { Utility } from '@/lib/utility/utility'
import { inZone } from '@/lib/wall-clock'
import type { WorksWindow } from '../works'
import type { DayOff } from './works-check'

function daysOf({ start, end }: WorksWindow, zone: string): Temporal.PlainDate[] {
  const last = inZone(new Date(end.getTime() - 1), zone).toPlainDate()
  const days = [inZone(start, zone).toPlainDate()]
  for (let day = days[0]; day && !day.equals(last); day = days.at(-1)) days.push(day.add({ days: 1 }))
  return days
}

/** The days of windows that are not worked: public holidays, the municipality's own, weekends. On the utility's clocks. */
export function findDaysOff({ country, zone, patronDay }: Utility, windows: WorksWindow[]): DayOff[] {
  const dayOff = dayOffOf(country, patronDay)
  return windows.flatMap((window) =>
    daysOf(window, zone).flatMap((day) => {
      const found = dayOff(day)
      return found ? [{ start: window.start.toISOString(), day: day.toString(), ...found }] : []
    }),
  )
}
