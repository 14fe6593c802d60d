import type { IncomingMessage } from 'node:http'
import { LOCALES } from '@/lib/i18n/locales'

/**
 * The first folder of public pages that are the same for everybody. Pages that know somebody (sign-in, addresses with a token, staff's own)
 * are not among them. Which of these pages is really kept, and how long, it says itself: components/ui/page-life.tsx.
 */
export const KEPT_FOLDERS = ['addresses', 'works', 'status', 'help', 'privacy', 'accessibility'] as const

const KEPT_PATH = new RegExp(`^/(?:${LOCALES.join('|')})(?:/(?:${KEPT_FOLDERS.join('|')})(?:/[^?#]*)?)?$`)

/** What makes another answer of the same address: Next's own navigation. */
const NOT_A_PAGE = ['rsc', 'next-action', 'next-router-prefetch', 'next-router-segment-prefetch', 'next-router-state-tree'] as const

/** No address is longer. */
const LONGEST = 200

/** The path of a whole page that may be kept: asked for without a query, to be read. Else null. */
export function keepablePathOrNull({ method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null
  if (url.length > LONGEST || !KEPT_PATH.test(url) || NOT_A_PAGE.some((name) => headers[name] !== undefined)) return null
  return url
}

/** The address that a kept path is the page of, in whatever language; null for any other page. */
export function addressIdOrNull(path: string): number | null {
  const id = /^\/[a-z]+\/addresses\/(\d{1,9})$/.exec(path)?.[1]
  return id ? Number(id) : null
}
