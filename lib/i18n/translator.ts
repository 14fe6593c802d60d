import { createTranslator } from 'next-intl'
import type { AppError } from '@/lib/errors'
import { CATALOGUES } from './catalogues'
import type { Locale } from './locales'

/** Words outside React: messages, commands and the API. Keys are those below `namespace` in messages/<locale>.json. */
export function translator(locale: Locale, namespace: string) {
  return createTranslator({ locale, messages: CATALOGUES[locale] as Record<string, object>, namespace }) as (
    key: string,
    values?: Record<string, string | number | Date>,
  ) => string
}

/** What is wrong and how to mend it, in words. */
export function describeError(error: AppError, locale: Locale): string {
  return translator(locale, 'errors')(error.detail.reason, error.detail.params)
}
