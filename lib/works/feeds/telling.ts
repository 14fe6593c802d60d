import type { ChangeKind } from '../history/public-change'
import type { WindowText } from '../works'

/** A window of one version of works. */
export interface ToldWindow {
  /** The part's position, which names the same part in every version. */
  part: number
  /** Its place among the windows of its part, from 1. */
  place: number
  start: Date
  end: Date
}

/** What was told of works, once: the publication, or what was changed since. */
export interface Telling {
  kind: ChangeKind
  /** When it was decided. */
  at: Date
  version: number
  /** From then on, by part and place. */
  windows: ToldWindow[]
}

/** All that was told of works, the publication first. */
export interface WorksTellings {
  reference: string
  tellings: Telling[]
}

/** For so long, in milliseconds, feeds go on saying of works that they are over, moved away or cancelled: whoever asks once a week hears of it. */
export const REMEMBERED = 30 * 86_400_000

/** A time at which supply is interrupted, wherever. */
export type Span = Pick<ToldWindow, 'start' | 'end'>

/** The times of windows, each once and in order: parts may share theirs. */
export function spansOf(windows: readonly ToldWindow[]): Span[] {
  const spans = new Map(windows.map(({ start, end }) => [`${start.getTime()}/${end.getTime()}`, { start, end }]))
  return [...spans.values()].toSorted((a, b) => a.start.getTime() - b.start.getTime())
}

/** Times as works have them. */
export function spansAsText(spans: readonly Span[]): WindowText[] {
  return spans.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() }))
}
