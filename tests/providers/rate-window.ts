const WINDOW = 1_000

/** A provider's limit: so many units in any second that one looks at. */
export class RateWindow {
  private taken: Array<{ at: number; units: number }> = []
  private first = 0
  private sum = 0
  /** The most units that were taken within a second. */
  peak = 0

  private forget(now: number): void {
    for (let oldest = this.taken[this.first]; oldest && oldest.at <= now - WINDOW; oldest = this.taken[this.first]) {
      this.sum -= oldest.units
      this.first += 1
    }
    if (this.first > 1_000) {
      this.taken = this.taken.slice(this.first)
      this.first = 0
    }
  }

  /** Takes the units and gives back 0, or takes none and gives back after how many seconds to come again. */
  take(units: number, rate: number | null, now: number): number {
    this.forget(now)
    const oldest = this.taken[this.first]
    if (rate !== null && oldest && this.sum + units > rate) return Math.max(1, Math.ceil((oldest.at + WINDOW - now) / 1000))
    this.taken.push({ at: now, units })
    this.sum += units
    this.peak = Math.max(this.peak, this.sum)
    return 0
  }
}
