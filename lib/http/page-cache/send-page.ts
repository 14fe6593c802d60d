import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FinishedPage } from './finished-page'

const expand = promisify(gunzip)

function takesGzip({ headers }: IncomingMessage): boolean {
  return /(?:^|,)\s*(?:gzip|\*)\s*(?:;(?!\s*q=0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/.test(String(headers['accept-encoding'] ?? ''))
}

/** Tags compare as weak ones (RFC 9110, 13.1.2). */
function knows({ headers }: IncomingMessage, etag: string): boolean {
  const known = headers['if-none-match']
  return known?.split(',').some((tag) => tag.trim().replace(/^(?!W\/)/, 'W/') === etag) ?? false
}

/** Sends a page to one who asked: compressed where they take it, as 304 where they have it, without its body to a HEAD. */
export async function sendPage(request: IncomingMessage, response: ServerResponse, page: FinishedPage): Promise<void> {
  const tag = page.life === null ? {} : { etag: page.etag }
  if (page.life !== null && knows(request, page.etag)) {
    response.writeHead(304, { ...page.headers, ...tag }).end()
    return
  }
  const isCompressed = takesGzip(request)
  const body = isCompressed ? page.body : await expand(page.body)
  const encoding = isCompressed ? { 'content-encoding': 'gzip' } : {}
  response.writeHead(page.status, { ...page.headers, ...tag, ...encoding, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}
