import { atWallClock, inZone } from '@/lib/wall-clock'

/** From `from` to `to` ("21:00", "08:00") on the clocks of `zone` nobody is disturbed. Equal times: no quiet hours. */
export interface QuietHours {
  from: string
  to: string
  zone: string
}

const HOUR = 3_600_000

interface QuietNight {
  /** The last evening hour before it, and the first instant after it. */
  evening: Date
  morning: Date
}

/** The quiet time that `instant` falls into, or null. */
function quietNightAt(instant: Date, { from, to, zone }: QuietHours): QuietNight | null {
  const local = inZone(instant, zone)
  const time = local.toPlainTime().toString({ smallestUnit: 'second' })
  const overMidnight = from > to
  const isQuiet = overMidnight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return null
  const firstDay = overMidnight && time < to ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate()
  const lastDay = overMidnight ? firstDay.add({ days: 1 }) : firstDay
  // A wave that begins an hour before the quiet hours is over before they begin.
  const evening = new Date(atWallClock(firstDay, from, zone).getTime() - HOUR)
  return { evening, morning: atWallClock(lastDay, to, zone) }
}

/** `due`, or out of quiet hours: the next morning where that is before `latest`, else the evening before. */
export function outsideQuietHours(due: Date, quiet: QuietHours, latest: Date): Date {
  const night = quietNightAt(due, quiet)
  if (!night) return due
  return night.morning < latest ? night.morning : night.evening
}

/** The first instant from `now` on at which people may be told; `now` itself where the morning would be later than `latest`. */
export function soonestOutsideQuietHours(now: Date, quiet: QuietHours, latest: Date): Date {
  const night = quietNightAt(now, quiet)
  return night && night.morning < latest ? night.morning : now
}
