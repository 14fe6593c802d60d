import type { Locale } from './locales'
import { translator } from './translator'

/** The web app manifest in one language (https://www.w3.org/TR/appmanifest/). One app, whichever language it was installed in. */
export function webManifest(locale: Locale) {
  const t = translator(locale, 'site')
  return {
    id: '/',
    name: 'Preavviso',
    short_name: 'Preavviso',
    description: t('description'),
    lang: locale,
    dir: 'ltr',
    start_url: `/${locale}`,
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fbf8f2',
    theme_color: '#0d4c5b',
    categories: ['utilities', 'government'],
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: t('works'), url: `/${locale}/works` },
      { name: t('help'), url: `/${locale}/help` },
    ],
  }
}
