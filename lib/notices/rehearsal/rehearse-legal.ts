import type { Channel } from '@/lib/db/generated/enums'

/** Whether the last message of a part's first notice is out before the law's minimum begins, and if not, what would make it so. */
export interface RehearsedLegal {
  /** ISO instant by which the last message has to be out. */
  instant: string
  ok: boolean
  /** Where it is not: ISO instant at which the first message had, or has, to go out. */
  tooLateSince?: string
  /** ISO instant of the soonest start that messages sent now would keep the law for. */
  earliestStart?: string
  /** The channel that is too slow, and how many units a second it would have to take; left out where the notice itself comes too late. */
  faster?: { channel: Channel; rate: number }
}

export interface LegalTiming {
  /** Of the first window that the notice speaks of. */
  start: Date
  dueAt: Date
  /** Seconds that each channel takes, and what it has to carry. */
  loads: ReadonlyArray<{ channel: Channel; units: number; seconds: number }>
  /** The first instant at which messages could go out. */
  soonest: Date
  minimum: (start: Date) => Date
}

const QUARTER = 900_000
/** No law asks for more than three months. */
const FURTHEST = 90 * 96

/** The first quarter of an hour from `from` on whose minimum begins at `instant` or later. */
function findStart(from: Date, instant: Date, minimum: (start: Date) => Date): Date {
  const first = Math.ceil(from.getTime() / QUARTER)
  let [low, high] = [0, FURTHEST]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (minimum(new Date((first + middle) * QUARTER)) >= instant) high = middle
    else low = middle + 1
  }
  return new Date((first + low) * QUARTER)
}

/** Pure: compares the instant of the last message with the law's, and looks for what would keep it. */
export function rehearseLegal({ start, dueAt, loads, soonest, minimum }: LegalTiming): RehearsedLegal {
  const instant = minimum(start)
  const seconds = Math.max(0, ...loads.map((load) => load.seconds))
  if (dueAt.getTime() + seconds * 1000 <= instant.getTime()) return { instant: instant.toISOString(), ok: true }
  const room = (instant.getTime() - dueAt.getTime()) / 1000
  const slowest = loads.find((load) => load.seconds === seconds)
  const done = new Date(soonest.getTime() + seconds * 1000)
  return {
    instant: instant.toISOString(),
    ok: false,
    tooLateSince: new Date(instant.getTime() - seconds * 1000).toISOString(),
    earliestStart: findStart(done, done, minimum).toISOString(),
    ...(slowest && room > 0 && { faster: { channel: slowest.channel, rate: Math.ceil((slowest.units / room) * 10) / 10 } }),
  }
}
