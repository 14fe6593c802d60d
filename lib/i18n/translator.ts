import { createTranslator } from 'next-intl'
import type { AppError } from '@/lib/errors'
import { CATALOGUES } from './catalogues'
import type { Locale } from './locales'

type Words = (key: string, values?: Record<string, string | number | Date>) => string

/** Each keeps the messages that it has parsed: made anew it would parse them again. */
const made = new Map<string, Words>()

/** Words outside React: messages, commands and the API. Keys are those below `namespace` in messages/<locale>.json. */
export function translator(locale: Locale, namespace: string): Words {
  const key = `${locale}.${namespace}`
  const words = made.get(key) ?? (createTranslator({ locale, messages: CATALOGUES[locale] as Record<string, object>, namespace }) as Words)
  made.set(key, words)
  return words
}

/** What is wrong and how to mend it, in words. */
export function describeError(error: AppError, locale: Locale): string {
  return translator(locale, 'errors')(error.detail.reason, error.detail.params)
}
