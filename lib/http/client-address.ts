/**
 * The address of whoever asked, as the nearest proxy saw it: the last entry of X-Forwarded-For.
 * (Entries before it are the client's own claim; Next writes the socket's address where there is no proxy.)
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
