import { AppError, type ErrorCode } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import { describeError, translator } from '@/lib/i18n/translator'

/** RFC 9457. `reason` is stable and meant for programs, `detail` is meant for people. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  detail: string
  code: ErrorCode | 'internal'
  reason: string
  /** The input that is wrong, as a path: `parts.0.windows.1.end`. */
  field?: string
}

/** The one table from kinds of failure to HTTP. */
const STATUS: Record<ErrorCode, number> = {
  bad_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many_requests: 429,
  unavailable: 503,
}

/** What to answer for anything that was thrown. A fault of ours is told as such, without its cause. */
export function toProblem(error: unknown, locale: Locale): Problem {
  const title = translator(locale, 'problem')
  if (!(error instanceof AppError)) {
    return {
      type: 'about:blank',
      title: title('internal'),
      status: 500,
      detail: title('internal_detail'),
      code: 'internal',
      reason: 'internal',
    }
  }
  const { reason, field } = error.detail
  const detail = describeError(error, locale)
  return {
    type: 'about:blank',
    title: title(error.code),
    status: STATUS[error.code],
    detail,
    code: error.code,
    reason,
    ...(field && { field }),
  }
}
