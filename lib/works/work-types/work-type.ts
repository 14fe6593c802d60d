import { z } from 'zod'
import { Service } from '@/lib/db/generated/enums'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { line } from '@/lib/plain-text'

/** What the public reads of a kind of work, in each language. */
export type WorkTypeWording = Record<Locale, string>

const words = Object.fromEntries(LOCALES.map((locale) => [locale, line(3, 120)])) as Record<Locale, ReturnType<typeof line>>

export const workTypeWording = z.object(words)

/** What an administrator gives for a kind of work. */
export const workTypeInput = z.object({
  /** Names it in files and commands; stays as it is. */
  code: z
    .string()
    .trim()
    .refine((code) => /^[a-z][a-z0-9_]{1,39}$/.test(code), { params: { reason: 'work_type_code' } }),
  services: z.array(z.enum(Service)).min(1).max(Object.keys(Service).length),
  wording: workTypeWording,
})
export type WorkTypeInput = z.input<typeof workTypeInput>

export interface WorkType {
  code: string
  services: Service[]
  wording: WorkTypeWording
}
