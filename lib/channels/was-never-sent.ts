/** What fails while a connection is made: its request was not written yet. */
const BEFORE_CONNECTING = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EDNS', 'ERR_TLS_CERT_ALTNAME_INVALID'])
const MAKING_IT = new Set(['connect', 'getaddrinfo'])

/**
 * Whether a failed call surely never reached its provider: no address, no connection, or a certificate that was not believed. Everything else,
 * a reset or a timeout, may have come after the provider took the message.
 */
export function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall, cause, errors } = error as NodeJS.ErrnoException & { errors?: unknown[] }
  if (BEFORE_CONNECTING.has(code ?? '') || MAKING_IT.has(syscall ?? '') || code?.includes('CERT')) return true
  return wasNeverSent(cause) || (errors !== undefined && errors.length > 0 && errors.every(wasNeverSent))
}
