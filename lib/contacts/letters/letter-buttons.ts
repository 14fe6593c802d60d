import type { MessageButton } from '@/lib/channels/channels'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { LedgerLetter } from './letter'

/** Below a letter in a chat: whether somebody still lives there is a tap. What the buttons say is read by lib/bots. Null where there is nothing to answer. Pure. */
export function letterButtons({ kind, facts }: Pick<LedgerLetter, 'kind' | 'facts'>, locale: Locale): MessageButton[][] | null {
  if (kind !== 'renewal_asked') return null
  const words = translator(locale, 'bot.button')
  return [
    [{ text: words('still_here'), act: `follow_yes:${facts.addressId}` }],
    [{ text: words('not_here'), act: `leave:${facts.addressId}` }],
  ]
}
