import type { Locale } from './locales'

/** English as it is written in Europe: day before month, 24 hours. */
export const FORMATS: Record<Locale, string> = { en: 'en-GB', it: 'it-IT', lt: 'lt-LT', uk: 'uk-UA' }

export const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
export const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
