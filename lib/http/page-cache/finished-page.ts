import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { env } from '@/lib/env'
import { contentSecurityPolicy } from '../content-security-policy'
import { inlineScriptHashes } from './inline-script-hashes'
import { readPageLife } from './read-page-life'

/** What the application answered, read to its end. */
export interface RenderedPage {
  status: number
  headers: Record<string, string | string[]>
  body: Buffer
}

/** An answer that is ready to be sent to anybody, any number of times. */
export interface FinishedPage {
  status: number
  headers: Record<string, string | string[]>
  /** Compressed with gzip. */
  body: Buffer
  etag: string
  /** Seconds for which it may be sent again; null: it is for those who asked for it at once, and nobody else. */
  life: number | null
}

/**
 * Browsers ask again each time and get 304 while nothing has changed; what stands between them and us (a CDN) may answer by itself for 15 seconds.
 * With what this process may lag behind (change-watch.ts) nobody reads anything older than 30.
 */
const KEPT = 'public, max-age=0, s-maxage=15, must-revalidate'

/** Of one connection, of the render inside, or made anew here. A page that is for everybody sets no cookie. */
const NOT_PASSED_ON = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'date',
  'cache-control',
  'set-cookie',
  'etag',
])

/** What Next tells its own parts. */
const OF_NEXT = /^x-(?:nextjs|middleware)-/

const compress = promisify(gzip)

function isHtml({ status, headers }: RenderedPage): boolean {
  return status === 200 && String(headers['content-type'] ?? '').startsWith('text/html')
}

function policyOf(html: string): string {
  return contentSecurityPolicy({ scripts: inlineScriptHashes(html), mapbox: env().MAPBOX_TOKEN !== undefined, development: false })
}

function varyOf({ headers }: RenderedPage): string {
  const names = String(headers.vary ?? '')
    .toLowerCase()
    .split(/, */)
  return [...new Set([...names, 'accept-encoding'])].filter(Boolean).join(', ')
}

/** Compresses a page, names its inline scripts in its policy, tags it, and reads from it how long it may be kept. */
export async function finishPage(rendered: RenderedPage): Promise<FinishedPage> {
  const html = rendered.body.toString('utf8')
  const passedOn = Object.entries(rendered.headers).filter(([name]) => !NOT_PASSED_ON.has(name) && !OF_NEXT.test(name))
  const life = isHtml(rendered) ? readPageLife(html) : null
  const etag = `W/"${createHash('sha256').update(rendered.body).digest('base64url').slice(0, 27)}"`
  return {
    status: rendered.status,
    headers: {
      ...Object.fromEntries(passedOn),
      'content-security-policy': policyOf(html),
      'cache-control': life === null ? 'no-store' : KEPT,
      vary: varyOf(rendered),
    },
    body: await compress(rendered.body),
    etag,
    life,
  }
}
