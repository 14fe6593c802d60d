/** How a sender has fared lately. */
export interface SenderHealth {
  sender: string
  points: number
  /** Messages of the last 15 minutes, and those of them that took or have been waiting longer than five. */
  recent: number
  slow: number
  /** Faults of the provider in the last 60 seconds. */
  errors: number
  /** Null when its points were never changed. */
  changedAt: Date | null
}

export interface Shift {
  from: string
  to: string
  points: number
}

/** The rule and its figures are those of GOV.UK Notify's two SMS providers. */
const STEP = 10
const SLOW_SHARE = 0.15
const ERROR_BURST = 50
/** Time for a shift to show before the next: minutes for slowness, one for errors. */
const PAUSE_AFTER_SLOW = 10 * 60_000
const PAUSE_AFTER_ERRORS = 60_000
/** After an hour without trouble the balance goes back a step. */
const REST = 60 * 60_000

const isSlow = ({ recent, slow }: SenderHealth) => recent > 0 && slow / recent >= SLOW_SHARE

function sinceChange(pair: SenderHealth[], now: Date): number {
  const changed = pair.map(({ changedAt }) => changedAt?.getTime() ?? 0)
  return now.getTime() - Math.max(...changed)
}

function findBad([a, b]: [SenderHealth, SenderHealth], elapsed: number): SenderHealth | null {
  const hasBurst = (one: SenderHealth) => one.errors >= ERROR_BURST
  if (elapsed >= PAUSE_AFTER_ERRORS && hasBurst(a) !== hasBurst(b)) return hasBurst(a) ? a : b
  if (elapsed >= PAUSE_AFTER_SLOW && isSlow(a) !== isSlow(b)) return isSlow(a) ? a : b
  return null
}

/**
 * How many points to move between two senders: ten away from the one that is slow (15 % of the last 15 minutes slower than five minutes) or has a
 * burst of errors (50 in 60 seconds); nothing when both are as bad; ten back towards the middle after a quiet hour. Null: nothing to move.
 */
export function findShift(a: SenderHealth, b: SenderHealth, now: Date): Shift | null {
  const elapsed = sinceChange([a, b], now)
  const bad = findBad([a, b], elapsed)
  if (bad) {
    const points = Math.min(STEP, bad.points)
    return points > 0 ? { from: bad.sender, to: bad === a ? b.sender : a.sender, points } : null
  }
  const isCalm = [a, b].every((one) => !isSlow(one) && one.errors === 0)
  if (!isCalm || elapsed < REST || a.points === b.points) return null
  const [more, less] = a.points > b.points ? [a, b] : [b, a]
  return { from: more.sender, to: less.sender, points: Math.min(STEP, Math.floor((more.points - less.points) / 2)) }
}
