/** How promptly the messages of one day's finished notices went, by the day on the utility's clocks. */
export interface HandoffDay {
  /** "2026-11-20". */
  day: string
  /** Messages that a provider took, or that lost their use before one did. */
  handedOver: number
  /** Of these, within ten seconds of their notice's due instant. */
  inTime: number
}

/** All days together; null where nothing was handed over. */
export function totalOf(days: readonly HandoffDay[]): Omit<HandoffDay, 'day'> | null {
  const handedOver = days.reduce((sum, day) => sum + day.handedOver, 0)
  const inTime = days.reduce((sum, day) => sum + day.inTime, 0)
  return handedOver > 0 ? { handedOver, inTime } : null
}

/** Between 0 and 1, cut off after four digits: 99.999% is shown as 99.99%, never as all. */
export function shareInTime({ handedOver, inTime }: Omit<HandoffDay, 'day'>): number {
  return handedOver === 0 ? 0 : Math.floor((inTime * 10_000) / handedOver) / 10_000
}
