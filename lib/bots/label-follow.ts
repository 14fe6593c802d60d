import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { ChatFollow } from './chat-queries'

/** An account's number as it may be shown in a chat that others may look at: its last three characters, and never more than a third. */
const masked = (number: string) => `…${number.slice(number.length - Math.min(3, Math.floor(number.length / 3)))}`

/** What somebody follows, in one line: an address, or an account with its service and the end of its number. */
export function labelFollow({ place, account }: ChatFollow, locale: Locale): string {
  const words = translator(locale, 'bot')
  if (account === null) return place ?? ''
  const service = words('service', { service: account.service })
  return words('follow.account', { place: place ?? '', service, number: masked(account.number) }).replace(/^: /, '')
}
