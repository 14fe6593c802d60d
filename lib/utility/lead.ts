const LEAD_PARTS = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** The minutes of a lead, a day being 24 hours; seconds are rounded up. */
export function leadMinutes(text: string): number {
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (LEAD_PARTS.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0))
  return days * 1440 + hours * 60 + minutes + Math.ceil(seconds / 60)
}

/** A lead of so many whole minutes. */
export function toLead(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`
}
