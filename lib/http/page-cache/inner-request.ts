import { randomUUID } from 'node:crypto'
import { equalSecrets } from '@/lib/channels/equal-secrets'

/** Marks the requests that the page cache makes of this very process. */
export const INNER_HEADER = 'x-preavviso-inner'

// Kept on globalThis: the proxy, the pages and the cache are bundled apart.
const store = globalThis as typeof globalThis & { preavvisoInnerSecret?: string }

/** What only this process knows, so that nobody else gets a page without a policy. */
export function innerSecret(): string {
  store.preavvisoInnerSecret ??= randomUUID()
  return store.preavvisoInnerSecret
}

/** Whether the page cache asks: it writes the policy itself, when it knows the page's scripts. */
export function isInnerRequest(headers: Headers): boolean {
  const given = headers.get(INNER_HEADER)
  return given !== null && equalSecrets(given, innerSecret())
}
