import type { NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { env } from '@/lib/env'
import { contentSecurityPolicy } from '@/lib/http/content-security-policy'
import { routing } from '@/lib/i18n/routing'

const negotiateLanguage = createMiddleware(routing)

/** Before every page: choose the language of a path that has none, and set the headers that depend on the environment. */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID()
  const policy = contentSecurityPolicy({ nonce, mapbox: env().MAPBOX_TOKEN !== undefined, development: env().NODE_ENV === 'development' })
  // Next reads the nonce for its own scripts from the request's copy of the policy.
  request.headers.set('content-security-policy', policy)
  const response = negotiateLanguage(request)
  response.headers.set('Content-Security-Policy', policy)
  if (env().PUBLIC_URL.startsWith('https:')) response.headers.set('Strict-Transport-Security', 'max-age=31536000')
  return response
}

/** Not the API, feeds, Next's own files, nor anything with a file name. */
export const config = { matcher: '/((?!api|feeds|_next|.*\\..*).*)' }
