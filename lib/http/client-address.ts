/**
 * The address of whoever asked, as the nearest proxy saw it: the last entry of X-Forwarded-For.
 * (Entries before it are the client's own claim; where no proxy of ours is before us, bin/steps/trust-proxy.mjs writes the socket's address there.)
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
