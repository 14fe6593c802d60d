import type { NoticeDraft } from './plan-notices'
import { type QuietHours, soonestOutsideQuietHours } from './quiet-hours'
import type { StoredWindow } from './works'

/** An end that moves by less, in milliseconds, disturbs people for nothing. */
const WORTH_TELLING = 15 * 60_000
/** People are told of longer works once in so many milliseconds at most. */
const APART = 30 * 60_000

export interface Extension {
  /** The windows that last longer, with their new ends. */
  windows: StoredWindow[]
  /** The earliest end that somebody still takes for true; null when nobody was told any. */
  toldEnd: Date | null
  lastToldAt: Date | null
  /** Whether somebody may have been told nothing of them yet. */
  isOwed: boolean
  quiet: QuietHours
}

/**
 * What is told of an extension: `extended` to those who heard an end that is 15 minutes off or more, no sooner than 30 minutes after the
 * last one, and `same_day` at once to those who were still to hear of these works. Both are left out when they would come too late.
 */
export function planExtension({ windows, toldEnd, lastToldAt, isOwed, quiet }: Extension, now: Date): NoticeDraft[] {
  const notAfter = new Date(Math.max(...windows.map(({ end }) => end.getTime())))
  const soonest = soonestOutsideQuietHours(now, quiet, notAfter)
  const dueAt = new Date(Math.max(soonest.getTime(), (lastToldAt?.getTime() ?? 0) + APART))
  const isSmall = toldEnd !== null && notAfter.getTime() - toldEnd.getTime() < WORTH_TELLING
  const skipReason = isSmall ? 'small_change' : dueAt >= notAfter ? 'too_late' : null
  const extended: NoticeDraft = { kind: 'extended', dueAt, notAfter, windows, skipReason }
  return isOwed ? [extended, { kind: 'same_day', dueAt: soonest, notAfter, windows, skipReason: null }] : [extended]
}
