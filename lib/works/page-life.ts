import type { Outages, WindowText } from './works'

/** Seconds for which a page that speaks of coming or running works may be kept: time changes what it says. */
export const LIVELY = 20

/** Where nothing is planned only publications, imports and settings change that, and those take a kept page away. It says as of when it is. */
const CALM = 240

/** An answer about an address, or about works with their windows. */
interface Told extends Pick<Outages, 'status' | 'asOf'> {
  outages: readonly WindowText[]
}

/**
 * For how many seconds what is said of an address may be said again: never beyond the next start or end of a window. Null for `unknown`, which is
 * looked up anew by everybody who asks.
 */
export function pageLifeOf({ status, asOf, outages }: Told): number | null {
  if (status === 'unknown') return null
  if (outages.length === 0) return CALM
  const now = Date.parse(asOf)
  const ahead = outages.flatMap(({ start, end }) => [start, end]).map((instant) => (Date.parse(instant) - now) / 1000)
  return Math.min(LIVELY, ...ahead.filter((seconds) => seconds > 0).map((seconds) => Math.max(1, Math.floor(seconds))))
}
