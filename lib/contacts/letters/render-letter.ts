import type { MessageButton } from '@/lib/channels/channels'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Utility } from '@/lib/utility/utility'
import type { LedgerLetter, LetterKind } from './letter'
import { letterButtons } from './letter-buttons'
import { LETTER_LINKS } from './letter-links'

export interface LetterContext {
  utility: Pick<Utility, 'name' | 'sender' | 'phone' | 'website'>
  /** Origin of the public pages, without a slash at its end. */
  publicUrl: string
  /** What signed links are signed with. */
  signingSecret: string
}

export interface RenderedLetter {
  /** E-mail only. */
  subject: string | null
  text: string
  /** In chats, where an answer is a tap. */
  buttons?: MessageButton[][]
}

const GAP = '\n\n'

/** What stands in a letter: an SMS in a line, e-mail and chat at length. `values` are its kind's facts and the utility's own. */
export function letterText(kind: LetterKind, isShort: boolean, values: Record<string, string | number>, locale: Locale): string {
  const words = translator(locale, 'letters')
  if (isShort) return words(`${kind}.short`, values)
  return [words(`${kind}.long`, values), words('questions', values), values.utility].join(GAP)
}

/** The words of one letter in its reader's language: an SMS in a line, e-mail and chat at length. Pure. `proof`: the opened secret, where it has one. */
export function renderLetter(
  letter: LedgerLetter,
  proof: { code: string; token: string } | null,
  { utility, publicUrl, signingSecret }: LetterContext,
  locale: Locale,
): RenderedLetter {
  const url = LETTER_LINKS[letter.kind](letter, { root: `${publicUrl}/${locale}`, token: proof?.token ?? '', secret: signingSecret })
  const values = { ...letter.facts, utility: utility.name, sender: utility.sender, phone: utility.phone, code: proof?.code ?? '', url }
  const text = letterText(letter.kind, letter.channel === 'sms', values, locale)
  if (letter.channel === 'sms') return { subject: null, text }
  if (letter.channel === 'email') return { subject: translator(locale, 'letters')(`${letter.kind}.subject`, values), text }
  const buttons = letterButtons(letter, locale)
  return { subject: null, text, ...(buttons && { buttons }) }
}
