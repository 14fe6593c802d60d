import { createTranslator } from 'next-intl'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { DEFAULT_LOCALE, LOCALES } from '@/lib/i18n/locales'
import './globals.css'

export const metadata = { title: 'Preavviso' }

/** For a path outside every language (a file that is not there): says so in all of them. */
export default function GlobalNotFound() {
  return (
    <html lang={DEFAULT_LOCALE}>
      <body className="font-sans antialiased">
        <main className="mx-auto max-w-2xl space-y-6 px-4 py-10">
          {LOCALES.map((locale) => {
            const t = createTranslator({ locale, messages: CATALOGUES[locale], namespace: 'not_found' })
            return (
              <section key={locale} lang={locale} className="space-y-1">
                <h1 className="text-2xl">{t('title')}</h1>
                <a href={`/${locale}`} className="text-brand underline underline-offset-4">
                  {t('action')}
                </a>
              </section>
            )
          })}
        </main>
      </body>
    </html>
  )
}
