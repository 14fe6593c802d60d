import { badInput } from '@/lib/errors'
import { readInstant } from '@/lib/wall-clock'
import type { WindowInput, WorksWindow } from './works'

const DAY = 86_400_000
/** Longer than any planned interruption: surely a slip of the month or year. */
const LONGEST = 31 * DAY
/** Works are not planned further ahead than this. */
const FURTHEST = 731 * DAY

function readTime(text: string, field: string, zone: string, repeated: 'earlier' | 'later'): Date {
  const read = readInstant(text, zone, repeated)
  if ('instant' in read) return read.instant
  throw badInput(read.problem === 'no_such_time' ? 'time_does_not_exist' : 'time_not_understood', field, { time: text.slice(0, 40), zone })
}

function readWindow(input: WindowInput, field: string, zone: string, now: Date): WorksWindow {
  // Where an hour comes twice, the longer reading: nobody is without supply unannounced.
  const start = readTime(input.start, `${field}.start`, zone, 'earlier')
  const end = readTime(input.end, `${field}.end`, zone, 'later')
  if (end <= start) throw badInput('window_ends_before_start', `${field}.end`)
  if (start <= now) throw badInput('window_in_past', `${field}.start`)
  if (end.getTime() - start.getTime() > LONGEST) throw badInput('window_too_long', `${field}.end`, { days: 31 })
  if (start.getTime() - now.getTime() > FURTHEST) throw badInput('window_too_far', `${field}.start`, { days: 731 })
  return { start, end }
}

/**
 * Reads the windows of one part, in order of their start.
 *
 * Throws `bad_input` at `field` for a time that is none or that the clock change skips, a window that ends before it begins, lies in
 * the past, or overlaps another one.
 */
export function readWindows(inputs: WindowInput[], field: string, zone: string, now: Date): WorksWindow[] {
  const windows = inputs.map((input, index) => readWindow(input, `${field}.${index}`, zone, now))
  const ordered = windows.toSorted((a, b) => a.start.getTime() - b.start.getTime())
  ordered.forEach((window, index) => {
    const next = ordered[index + 1]
    if (next && next.start < window.end) throw badInput('windows_overlap', field)
  })
  return ordered
}
