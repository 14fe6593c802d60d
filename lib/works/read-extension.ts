import { badInput } from '@/lib/errors'
import { inZone, readInstant } from '@/lib/wall-clock'
import { nextStart } from './running-windows'
import type { StoredWindow } from './works'

/** Longer than any interruption goes on: surely a slip of the day or month. */
const LONGEST = 7 * 86_400_000

/** "14:30" alone is that time today on the utility's clocks. */
function withDay(text: string, zone: string, now: Date): string {
  return /^\d{1,2}:\d{2}$/.test(text) ? `${inZone(now, zone).toPlainDate().toString()}T${text.padStart(5, '0')}` : text
}

/**
 * Reads until when running works go on: "14:30", "2026-12-01T14:30" on the utility's clocks, or an instant with its offset.
 *
 * Throws `bad_input` when it is no time, past, more than a week away, or reaches into the next window.
 */
export function readExtension(text: string, running: StoredWindow[], parts: StoredWindow[][], zone: string, now: Date): Date {
  const read = readInstant(withDay(text, zone, now), zone, 'later')
  if ('problem' in read) {
    const reason = read.problem === 'no_such_time' ? 'time_does_not_exist' : 'time_not_understood'
    throw badInput(reason, 'until', { time: text.slice(0, 40), zone })
  }
  const end = read.instant
  if (end <= now) throw badInput('extension_in_past', 'until')
  if (end.getTime() - now.getTime() > LONGEST) throw badInput('window_too_long', 'until', { days: 7 })
  const meetsNext = running.some((window) => {
    const next = nextStart(parts, window)
    return next !== null && next < end
  })
  if (meetsNext) throw badInput('windows_overlap', 'until')
  return end
}
