import { isLocale, type Locale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { translator } from '@/lib/i18n/translator'
import { lastKnownUtility } from '@/lib/utility/get-known-utility'

/** Names of utilities are written by people. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:1.125rem/1.5 system-ui,sans-serif}main{max-width:34rem;margin:0 auto;padding:3rem 1rem}
h1{font-size:1.75rem;line-height:1.2}a{color:inherit}`

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

function localeOf(path: string, acceptLanguage: string | null): Locale {
  const first = path.split('/')[1] ?? ''
  return isLocale(first) ? first : negotiateLocale(acceptLanguage)
}

/**
 * The page for somebody who asked too often, in the language of the page they asked for: what to do, how long to wait, and whom to call. Needs
 * neither scripts nor the database, since it is what a flood gets.
 */
export function tooManyPage(
  path: string,
  acceptLanguage: string | null,
  seconds: number,
): { body: string; headers: Record<string, string> } {
  const locale = localeOf(path, acceptLanguage)
  const t = translator(locale, 'problem')
  const utility = lastKnownUtility()
  const phone = utility && t('too_many_call', { utility: utility.name, phone: utility.phone })
  const lines = [translator(locale, 'errors')('wait_and_retry', { seconds }), t('too_many_shared'), phone].filter((line) => line !== null)
  const body = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${escapeHtml(t('too_many_requests'))} · Preavviso</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(t('too_many_requests'))}</h1>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</main></body></html>`
  return { body, headers: { ...HEADERS, 'Retry-After': String(seconds) } }
}
