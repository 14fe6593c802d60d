import type { StoredWindow } from './works'

/** So long after its announced end, in milliseconds, an interruption may still turn out to have lasted longer: whoever should have said so was at work. */
const AFTERTHOUGHT = 12 * 3_600_000

/** The last window to have begun of each part, where it is open at `now`, or closed less than twelve hours ago. */
export function runningWindows(parts: StoredWindow[][], now: Date): StoredWindow[] {
  return parts.flatMap((windows) => {
    const last = windows.filter(({ start }) => start < now).at(-1)
    return last && now.getTime() - last.end.getTime() < AFTERTHOUGHT ? [last] : []
  })
}

/** The start of the next window of the same part; null where the window is the last. */
export function nextStart(parts: StoredWindow[][], window: StoredWindow): Date | null {
  const later = parts.find((windows) => windows.includes(window))?.filter(({ start }) => start > window.start) ?? []
  return later[0]?.start ?? null
}
