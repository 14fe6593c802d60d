import { z } from 'zod'

/** Control characters (a NUL breaks PostgreSQL text), lone surrogates, and marks that turn the reading direction round. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
const UNPRINTABLE_BUT_LINES = /[^\P{Cc}\n\r\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u

/** One line that people wrote: trimmed, printable, between `min` and `max` characters. */
export function line(min: number, max: number) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((value) => !UNPRINTABLE.test(value), { params: { reason: 'text_unprintable' } })
}

/** Text as far as it is typed: kept as it is, printable, at most `max` characters. */
export function typed(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => !UNPRINTABLE_BUT_LINES.test(value), { params: { reason: 'text_unprintable' } })
}

/** Several lines that people wrote: trimmed, printable, at most `max` characters. */
export function lines(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine((value) => !UNPRINTABLE_BUT_LINES.test(value), { params: { reason: 'text_unprintable' } })
}
