import { setTimeout as sleep } from 'node:timers/promises'

interface Call {
  units: number
  startedAt: number
  answeredAt: number | null
}

/** Milliseconds in which a provider counts what reaches it, and a little for its clock and ours. */
const WINDOW = 1_005
/** How often a call that waits looks again, in milliseconds. */
const LOOK = 5

/**
 * Keeps what this process sends to one provider below its rate in every second that the provider looks at, however long calls are on their
 * way: one that reached it late makes room late. A pace alone lets those behind a slow call catch up with it, and be refused.
 */
export class RateGate {
  private calls: Call[] = []
  private quickest = Number.POSITIVE_INFINITY
  private turn: Promise<unknown> = Promise.resolve()

  /** `rate` in units a second. */
  constructor(private readonly rate: number) {}

  /** Waits until so many units fit in, in the order of asking. To be told when the call is answered. */
  pass(units: number): Promise<() => void> {
    const passed = this.turn.then(() => this.enter(units))
    this.turn = passed
    return passed
  }

  private async enter(units: number): Promise<() => void> {
    for (;;) {
      const now = performance.now()
      this.calls = this.calls.filter((call) => now - this.arrivedAt(call, now) < WINDOW)
      const sum = this.calls.reduce((total, call) => total + call.units, units)
      if (sum <= this.rate || this.calls.length === 0) break
      await sleep(LOOK)
    }
    const call: Call = { units, startedAt: performance.now(), answeredAt: null }
    this.calls.push(call)
    return () => {
      call.answeredAt = performance.now()
      this.quickest = Math.min(this.quickest, call.answeredAt - call.startedAt)
    }
  }

  /** The latest instant at which a call can have reached the provider: as long before its answer as the quickest call takes in all. */
  private arrivedAt({ startedAt, answeredAt }: Call, now: number): number {
    return Math.max(startedAt, (answeredAt ?? now) - this.quickest)
  }
}

const gates = new Map<string, RateGate>()

/** The gate of one sender in this process. */
export function rateGate(sender: string, rate: number): RateGate {
  const key = `${sender} ${rate}`
  const gate = gates.get(key) ?? new RateGate(rate)
  gates.set(key, gate)
  return gate
}
