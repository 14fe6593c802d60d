/** The error code in the ledger of a call that got no answer: `network_ECONNRESET`, `network_timeout`. */
export function nameFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'network_unknown'
  const { code, cause } = error as NodeJS.ErrnoException
  return code === undefined && cause ? nameFailure(cause) : `network_${code ?? 'unknown'}`
}
