import type { APIRequestContext } from '@playwright/test'
import type { Locale } from '@/lib/i18n/locales'

/** Every public page, with the demo's own works and an address. Those behind a token are not for everybody. */
export async function publicPages(request: APIRequestContext, locale: Locale = 'en'): Promise<string[]> {
  const { works } = (await (await request.get('/api/v1/works')).json()) as { works: Array<{ reference: string }> }
  const paths = ['', '?q=garibaldi', '/addresses/1', '/works', `/works/${works[0]?.reference}`, '/status', '/help', '/privacy']
  return [...paths, '/accessibility', '/sign-in'].map((path) => `/${locale}${path}`)
}

/** Of these, those that are kept: without a query, and the same for everybody. */
export function isKept(path: string): boolean {
  return !path.includes('?') && !path.endsWith('/sign-in')
}
