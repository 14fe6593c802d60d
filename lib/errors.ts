/** What kind of failure it is; lib/http/problem.ts turns it into a status. */
export type ErrorCode =
  | 'bad_input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'too_many_requests'
  | 'unavailable'

export interface ErrorDetail {
  /** Key below `errors` in lib/i18n/messages: says what is wrong and how to mend it. */
  reason: string
  /** The input that is wrong, as a path: `parts.0.windows.1.end`. */
  field?: string
  /** Values for the message's placeholders. Never personal data. */
  params?: Record<string, string | number>
}

/** A failure with words for whoever caused it. Anything else that is thrown is a fault of ours. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    readonly detail: ErrorDetail,
  ) {
    super(`${code}: ${detail.reason}${detail.field ? ` (${detail.field})` : ''}`)
  }
}

/** Bad input in one field: shorthand for the commonest error. */
export function badInput(reason: string, field?: string, params?: Record<string, string | number>): AppError {
  return new AppError('bad_input', { reason, ...(field && { field }), ...(params && { params }) })
}
