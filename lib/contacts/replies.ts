import type { Channel } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Utility } from '@/lib/utility/utility'

export interface ReplyContext {
  utility: Pick<Utility, 'sender' | 'phone'>
  /** Origin of the public pages, without a slash at its end. */
  publicUrl: string
  /** By which they wrote to us. */
  channel: Channel
}

export interface Replies {
  /** `remaining`: by what they are still told. */
  stopped: (remaining: Channel[]) => string
  started: () => string
  help: (isKnown: boolean) => string
}

/** Names of channels in a row: "e-mail and Telegram". */
export function listChannels(channels: Channel[], locale: Locale): string {
  const words = translator(locale, 'inbound')
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(channels.map((channel) => words(`channel.${channel}`)))
}

/** What to answer to people who write to us, in one language. Short: most of them pay for an SMS, and so do we. */
export function createReplies({ utility, publicUrl, channel }: ReplyContext, locale: Locale): Replies {
  const words = translator(locale, 'inbound')
  const common = { sender: utility.sender, channel: words(`channel.${channel}`), link: `${publicUrl}/${locale}`, phone: utility.phone }
  return {
    stopped: (remaining) =>
      remaining.length > 0
        ? words('stopped', { ...common, remaining: listChannels(remaining, locale) })
        : words('stopped_nothing_left', common),
    started: () => words('started', common),
    help: (isKnown) => words(isKnown ? 'help' : 'help_stranger', common),
  }
}
