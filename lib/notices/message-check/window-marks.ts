import { inZone } from '@/lib/wall-clock'

interface Span {
  start: Date
  end: Date
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** By what a window is found in a text of whatever language: its day of the month, and its hours on the clocks of `zone`, as "1 09:00-12:30". */
export function markOf({ start, end }: Span, zone: string): string {
  const [from, to] = [inZone(start, zone), inZone(end, zone)]
  const clock = (time: typeof from) => `${twoDigits(time.hour)}:${twoDigits(time.minute)}`
  return `${from.day} ${clock(from)}-${clock(to)}`
}

/** A text names few windows; one that names hundreds is not a message. */
const MOST = 300

/** The marks of all windows that a text may speak of: each two times that follow each other, on each day that is named. */
export function marksIn(text: string): string[] {
  const times = [...text.matchAll(/(?<!\d)(\d{1,2}):(\d{2})(?!\d)/g)].map(
    ([, hour = '', minute = '']) => `${hour.padStart(2, '0')}:${minute}`,
  )
  const spans = new Set(times.slice(1).map((time, index) => `${times[index]}-${time}`))
  const days = new Set([...text.matchAll(/(?<![\d:])([1-9]|[12]\d|3[01])(?![\d:])/g)].map(([, day]) => day))
  return [...days].flatMap((day) => [...spans].map((span) => `${day} ${span}`)).slice(0, MOST)
}
