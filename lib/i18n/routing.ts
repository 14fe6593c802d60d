import { defineRouting } from 'next-intl/routing'
import { DEFAULT_LOCALE, LOCALES } from './locales'

/** The language is in every page's path; nothing is stored on a visitor's device to remember it. */
export const routing = defineRouting({ locales: LOCALES, defaultLocale: DEFAULT_LOCALE, localePrefix: 'always', localeCookie: false })
