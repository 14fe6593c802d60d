import type { Channel } from '@/lib/db/generated/enums'

/** A finished message on its way to a provider. */
export interface OutgoingMessage {
  /** The ledger's id: the idempotency key where a provider takes one. */
  id: string
  channel: Channel
  to: string
  subject: string | null
  text: string
}

/** What became of one message. `retry`: the provider did not take it now, but may later. `failed`: never again. */
export type SendResult =
  | { id: string; state: 'sent' | 'delivered'; provider: string; providerId: string }
  | { id: string; state: 'retry' | 'failed'; provider: string; errorCode: string }

/** Hands messages of one channel to its provider; answers for each of them, and throws for none. */
export type Send = (messages: OutgoingMessage[]) => Promise<SendResult[]>

/**
 * How fast each channel takes messages: units a second, where a unit is a segment for SMS and a message elsewhere. Twilio with an
 * alphanumeric sender in Europe about 10 segments; Resend 5 requests of 100 e-mails; Telegram 30; Viber 50 broadcasts of 300.
 */
export const CHANNEL_RATES: Record<Channel, number> = { sms: 10, email: 500, telegram: 30, viber: 15_000 }

/** What one unit costs, in euros: list prices of 2026, for the estimate before publishing. */
export const CHANNEL_PRICES: Record<Channel, number> = { sms: 0.075, email: 0.0004, telegram: 0, viber: 0.01 }
