import type { Channel } from '@/lib/db/generated/enums'

/** What a provider says later of a message that it took. */
export interface ProviderReceipt {
  /** The sender as it stands in the ledger: `twilio`, `twilio_2`, `resend`, `viber`. */
  provider: string
  providerId: string
  state: 'sent' | 'delivered' | 'failed'
  errorCode: string | null
  /** When it happened by the provider's clock; null where it does not say. */
  at: Date | null
}

/** Somebody's words to us. */
export interface InboundText {
  channel: Channel
  /** As a contact's value is spelled: E.164, a chat, a user. */
  from: string
  text: string
}

/** Somebody closed or opened a channel at the provider's: blocked the bot, or took it back. */
export interface Reachability {
  channel: Channel
  value: string
  isReachable: boolean
}

/** What one request of a provider tells. */
export interface ProviderNews {
  provider: string
  /** Names this piece of news and no person; said twice it is the same one. */
  id: string
  receipt?: ProviderReceipt
  inbound?: InboundText
  reachability?: Reachability
}
