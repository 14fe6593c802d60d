import { type NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { clientAddress } from '@/lib/http/client-address'
import { clientKey } from '@/lib/http/client-key'
import { contentSecurityPolicy } from '@/lib/http/content-security-policy'
import { isInnerRequest } from '@/lib/http/page-cache/inner-request'
import { PAGE_LIMIT } from '@/lib/http/rate-limit'
import { tooManyPage } from '@/lib/http/too-many-page'
import { routing } from '@/lib/i18n/routing'
import { isWidgetFrame } from '@/lib/widget/is-widget-frame'

const negotiateLanguage = createMiddleware(routing)

const API_DOCS = '/api/docs'

function withTransportSecurity<Answer extends Response>(response: Answer): Answer {
  if (env().PUBLIC_URL.startsWith('https:')) response.headers.set('Strict-Transport-Security', 'max-age=31536000')
  return response
}

/** A page for one reader: its inline scripts carry the nonce of this response. */
function answerOne(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy({
    scripts: [`nonce-${crypto.randomUUID()}`],
    mapbox: env().MAPBOX_TOKEN !== undefined,
    development: env().NODE_ENV === 'development',
    isFramed: isWidgetFrame(request.nextUrl.pathname),
  })
  // Next reads the nonce for its own scripts from the request's copy of the policy.
  request.headers.set('content-security-policy', policy)
  // The API's own page has one language, and none in its path.
  const response = request.nextUrl.pathname === API_DOCS ? NextResponse.next({ request }) : negotiateLanguage(request)
  response.headers.set('Content-Security-Policy', policy)
  return response
}

async function answerWithin(request: NextRequest): Promise<Response> {
  try {
    await PAGE_LIMIT.take(clientKey(clientAddress(request.headers)))
    return answerOne(request)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const seconds = Number(error.detail.params?.seconds ?? 60)
    const { body, headers } = tooManyPage(request.nextUrl.pathname, request.headers.get('accept-language'), seconds)
    return new NextResponse(body, { status: 429, headers })
  }
}

/**
 * Before every page that is rendered: choose the language of a path that has none, set the headers that depend on the environment, and stop a
 * flood. What the page cache asks for has no nonce: it names the scripts of a page that it keeps by their hashes.
 */
export default async function proxy(request: NextRequest): Promise<Response> {
  return withTransportSecurity(isInnerRequest(request.headers) ? negotiateLanguage(request) : await answerWithin(request))
}

/** Not the API, feeds, Next's own files, nor files; but everything below a language, whatever it is called, and the page about the API. */
export const config = { matcher: ['/((?!api|feeds|_next|.*\\..*).*)', '/(en|it|lt|uk)/:path*', '/api/docs'] }
