/** The languages that Preavviso speaks; every catalogue in messages/ is complete. */
export const LOCALES = ['en', 'it', 'lt', 'uk'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'en'

/** Each language's name in itself, for the switch. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', it: 'Italiano', lt: 'Lietuvių', uk: 'Українська' }

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value)
}
