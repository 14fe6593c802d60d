import { inZone } from '@/lib/wall-clock'
import type { Regulation, Season } from './regulation'

/** What of a plan the rule does not allow: shown as a warning, never a reason to hide works. */
export type Breach =
  | { kind: 'too_long'; start: string; hours: number; longest: number }
  | { kind: 'closed_season'; start: string; from: string; to: string }

interface Span {
  start: Date
  end: Date
}

const HOUR = 3_600_000

/** Whether a day ("MM-DD") lies in a season. */
function isIn(day: string, { from, to }: Season): boolean {
  return from <= to ? day >= from && day <= to : day >= from || day <= to
}

/** The days that a span touches, by its start and its last instant: seasons last for weeks. */
function touches({ start, end }: Span, season: Season, zone: string): boolean {
  return [start, new Date(end.getTime() - 1)].some((instant) => isIn(inZone(instant, zone).toPlainDate().toString().slice(5), season))
}

/** Windows that are longer than the rule lets one interruption be, or lie where it lets none. Hours are real ones, rounded up to quarters. */
export function findBreaches({ longest, closed }: Regulation, windows: Span[], zone: string): Breach[] {
  return windows.flatMap((window): Breach[] => {
    const start = window.start.toISOString()
    const hours = Math.ceil(((window.end.getTime() - window.start.getTime()) / HOUR) * 4) / 4
    const winter = longest?.winter && touches(window, longest.winter, zone) ? longest.winter.hours : null
    const most = winter ?? longest?.hours ?? null
    const long: Breach[] = most !== null && hours > most ? [{ kind: 'too_long', start, hours, longest: most }] : []
    const shut: Breach[] = closed && touches(window, closed, zone) ? [{ kind: 'closed_season', start, ...closed }] : []
    return [...long, ...shut]
  })
}
