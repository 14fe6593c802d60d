import type { MessageButton } from '@/lib/channels/channels'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Utility } from '@/lib/utility/utility'
import type { LedgerLetter } from './letter'
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

/** The words of one letter in its reader's language: an SMS in a line, e-mail and chat at length. Pure. `proof`: the opened secret, where it has one. */
export function renderLetter(
  letter: LedgerLetter,
  proof: { code: string; token: string } | null,
  { utility, publicUrl, signingSecret }: LetterContext,
  locale: Locale,
): RenderedLetter {
  const words = translator(locale, 'letters')
  const url = LETTER_LINKS[letter.kind](letter, { root: `${publicUrl}/${locale}`, token: proof?.token ?? '', secret: signingSecret })
  const values = { ...letter.facts, utility: utility.name, sender: utility.sender, phone: utility.phone, code: proof?.code ?? '', url }
  if (letter.channel === 'sms') return { subject: null, text: words(`${letter.kind}.short`, values) }
  const text = [words(`${letter.kind}.long`, values), words('questions', values), utility.name].join(GAP)
  if (letter.channel === 'email') return { subject: words(`${letter.kind}.subject`, values), text }
  const buttons = letterButtons(letter, locale)
  return { subject: null, text, ...(buttons && { buttons }) }
}
