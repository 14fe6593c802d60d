import type { Telling, ToldWindow } from '../telling'

/** One window of works as a calendar follows it, from its announcement on. */
export interface FollowedWindow {
  /** Names it for good: a window keeps its part and its place in it when works move. */
  part: number
  place: number
  start: Date
  end: Date
  isCancelled: boolean
  /** Goes up whenever something of this window changes: the number of the telling that changed it last. */
  sequence: number
  announcedAt: Date
  changedAt: Date
}

const keyOf = ({ part, place }: ToldWindow) => `${part}-${place}`
const timesOf = ({ start, end }: { start: Date; end: Date }) => `${start.getTime()}/${end.getTime()}`

/** The windows of a version, each time once: two parts that interrupt supply at the same time are one interruption for whoever lives there. */
function distinct(windows: ToldWindow[]): ToldWindow[] {
  const times = new Map<string, ToldWindow>()
  for (const window of windows) if (!times.has(timesOf(window))) times.set(timesOf(window), window)
  return [...times.values()]
}

function followOne(
  before: FollowedWindow | undefined,
  { part, place, start, end }: ToldWindow,
  at: Date,
  sequence: number,
): FollowedWindow {
  if (before && !before.isCancelled && timesOf(before) === timesOf({ start, end })) return before
  return { part, place, start, end, isCancelled: false, sequence, announcedAt: before?.announcedAt ?? at, changedAt: at }
}

/** A window that the works have no more; one that was over by then took place. */
function withdraw(window: FollowedWindow, at: Date, sequence: number): FollowedWindow {
  return window.isCancelled || window.end <= at ? window : { ...window, isCancelled: true, sequence, changedAt: at }
}

/**
 * What became of each window that was ever told, the last word on each: moved windows stay the same ones, those that works no longer have are
 * cancelled with the times that people know. Pure.
 */
export function followWindows(tellings: readonly Telling[]): FollowedWindow[] {
  const followed = new Map<string, FollowedWindow>()
  for (const [sequence, { kind, at, windows }] of tellings.entries()) {
    const current = new Map(kind === 'cancelled' ? [] : distinct(windows).map((window) => [keyOf(window), window] as const))
    for (const [key, window] of followed) if (!current.has(key)) followed.set(key, withdraw(window, at, sequence))
    for (const [key, window] of current) followed.set(key, followOne(followed.get(key), window, at, sequence))
  }
  return [...followed.values()].toSorted((a, b) => a.start.getTime() - b.start.getTime() || a.part - b.part || a.place - b.place)
}
