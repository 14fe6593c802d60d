import { AppError, type ErrorCode } from '@/lib/errors'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { logger } from '@/lib/logger'
import { toProblem } from './problem'

/** Failures that pass: whoever asked is told when to ask again. */
const WAITS: readonly ErrorCode[] = ['too_many_requests', 'unavailable']

function problemHeaders(error: unknown): Record<string, string> {
  const seconds = error instanceof AppError ? error.detail.params?.seconds : undefined
  return {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(error instanceof AppError && error.code === 'unauthenticated' && { 'WWW-Authenticate': 'Bearer' }),
    ...(error instanceof AppError && WAITS.includes(error.code) && { 'Retry-After': String(seconds ?? 60) }),
  }
}

/** Answers with what `work` returns, or with a problem document in the caller's language. Faults of ours are logged. */
export async function answer(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const problem = toProblem(error, negotiateLocale(request.headers.get('accept-language')))
    if (problem.status === 500) logger.error({ err: error, path: new URL(request.url).pathname }, 'request failed')
    return new Response(JSON.stringify(problem), { status: problem.status, headers: problemHeaders(error) })
  }
}
