'use client'

import { LAST_WORDS } from '@/components/site/last-words'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales'
import './globals.css'

/** Instead of a page whose very frame failed, as after an update while it was open: in its own language, and by loading it anew. */
export default function GlobalError() {
  const named = globalThis.location?.pathname.split('/')[1] ?? ''
  const locale = isLocale(named) ? named : DEFAULT_LOCALE
  const words = LAST_WORDS[locale]
  return (
    <html lang={locale}>
      <body className="font-sans antialiased">
        <main data-failed="" className="mx-auto max-w-2xl space-y-4 px-4 py-10">
          <title>{words.title}</title>
          <h1 className="text-2xl">{words.title}</h1>
          <p>{words.text}</p>
          <button
            type="button"
            onClick={() => location.reload()}
            className="min-h-11 rounded-control bg-brand px-5 font-semibold text-on-brand"
          >
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  )
}
