import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { LetterKind } from './letter'
import { LETTER_KINDS } from './letter'
import { type LetterContext, letterText } from './render-letter'

/** Stand for what differs from letter to letter; letters only, which every way of writing an SMS leaves as they are. */
const SLOTS = { any: 'QQSLOTQQ', url: 'QQURLQQ' } as const
/** As long as an address with its town. */
const ANY = '.{1,200}?'
/** So often a proof may have failed before somebody is told; each may have its own grammar. */
const COUNTS = Array.from({ length: 30 }, (_, index) => index + 1)

const toPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function textsOf(kind: LetterKind, locale: Locale, { utility }: Pick<LetterContext, 'utility'>): string[] {
  const { any, url } = SLOTS
  const facts = { address: any, account: any, contact: any, code: any, when: any, until: any, url }
  const own = { utility: utility.name, sender: utility.sender, phone: utility.phone }
  const counts = kind === 'proof_failures' ? COUNTS : [1]
  return counts.flatMap((count) => [true, false].map((isShort) => letterText(kind, isShort, { ...facts, ...own, count }, locale)))
}

/**
 * Whether a text reads like a letter of ours: a code, a link, news of a contact or an account, in any language. That is all that can be said: what a letter
 * said is not kept, and its words are anybody's to copy. Links that are not ours make it another text. Pure.
 */
export function readsLikeLetter(text: string, { utility, publicUrl }: Pick<LetterContext, 'utility' | 'publicUrl'>): boolean {
  const asked = inOneLine(text)
  const link = String.raw`${toPattern(publicUrl)}/\S+`
  return LOCALES.some((locale) =>
    LETTER_KINDS.flatMap((kind) => textsOf(kind, locale, { utility })).some((known) => {
      const pattern = toPattern(inOneLine(known)).replaceAll(SLOTS.any, ANY).replaceAll(SLOTS.url, link)
      return new RegExp(`^${pattern}$`, 'u').test(asked)
    }),
  )
}
