import type { IncomingHttpHeaders } from 'node:http'

/** How many seconds a provider asked to be left alone by `Retry-After`; `otherwise` when it did not say. */
export function readWait(headers: IncomingHttpHeaders, otherwise: number): number {
  const seconds = Number(headers['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? seconds : otherwise
}
