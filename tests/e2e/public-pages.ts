import type { APIRequestContext } from '@playwright/test'
import type { Locale } from '@/lib/i18n/locales'

/** Every public page, with the demo's own works and an address. Those behind a token are not for everybody. */
export async function publicPages(request: APIRequestContext, locale: Locale = 'en'): Promise<string[]> {
  const { works } = (await (await request.get('/api/v1/works')).json()) as { works: Array<{ reference: string }> }
  const paths = ['', '?q=garibaldi', '/addresses/1', '/works', `/works/${works[0]?.reference}`, '/status', '/help', '/privacy']
  const others = ['/accessibility', '/message-check', '/widget', '/offline', '/sign-in', '/sign-in/staff', '/unsubscribe']
  const enrol = ['/enrol', '/enrol?address=1']
  return [...[...paths, ...others, ...enrol].map((path) => `/${locale}${path}`), '/api/docs']
}

/** Of these, those that are rendered for each reader: with a query, with a form, or rarely asked for. */
const FOR_ONE = /\?|\/(?:sign-in(?:\/staff)?|message-check|widget|offline|unsubscribe|enrol|api\/docs)$/

export function isKept(path: string): boolean {
  return !FOR_ONE.test(path)
}
