import type { Catalogue } from './catalogues'
import type { Locale } from './locales'

// Makes a key that is not in the catalogues a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Catalogue
  }
}
