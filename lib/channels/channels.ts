import type { Channel } from '@/lib/db/generated/enums'

/**
 * A button below a message in a chat: it says `act` to our bot (at most 64 bytes), opens an address, or sends where the reader is. Where a messenger
 * has none, the words of the message do without.
 */
export type MessageButton = { text: string; act: string } | { text: string; url: string } | { text: string; asks: 'location' }

/** A finished message on its way to a provider. */
export interface OutgoingMessage {
  /** The ledger's id: the idempotency key where a provider takes one. */
  id: string
  to: string
  language: string
  /** E-mail only. */
  subject: string | null
  text: string
  /** Billed units: SMS segments, else null. */
  segments: number | null
  /** Seconds for which it is still of use: a provider must not deliver it later. Nought only for what is to be settled. */
  usefulSeconds: number
  /** Where the reader stops these e-mails with one click; e-mail only. */
  unsubscribeUrl: string | null
  /** The request it goes or went out in, where a provider takes many at once: those with one key go out together, always the same. */
  batchKey: string | null
  /** Rows of them; in chats only. */
  buttons?: MessageButton[][]
  /** The topic of a group in which it is said; Telegram only. */
  threadId?: number | null
}

/**
 * What became of handing one message over.
 *
 * - `sent`, `delivered`: the provider has it.
 * - `retry`: it surely does not, but may take it later; `waitSeconds` when it said how long to leave it alone.
 * - `failed`: never again. `isContactDead`: nobody can be reached there any more, whatever the message.
 * - `unsettled`: the connection broke, so the provider may or may not have it; `settle` finds out later.
 * - `unknown`: that cannot be found out.
 */
export type SendResult =
  | { id: string; state: 'sent' | 'delivered'; providerId: string }
  | { id: string; state: 'retry'; errorCode: string; waitSeconds?: number }
  | { id: string; state: 'failed'; errorCode: string; isContactDead: boolean }
  | { id: string; state: 'unsettled' | 'unknown'; errorCode: string }

/** A message that was with a provider, or nearly, when its worker died. */
export interface UnsettledMessage extends OutgoingMessage {
  /** When it was taken for sending, on the provider's clock (real time). */
  claimedAt: Date
}

/** What asking the provider gave: a result as of sending, or `requeue`: it surely never got the message. */
export type SettleResult = SendResult | { id: string; state: 'requeue' }

/** Hands messages to a provider; answers for each of them, and throws for none. Returned in any order. */
export type Send = (messages: OutgoingMessage[]) => Promise<SendResult[]>
export type Settle = (messages: UnsettledMessage[], isKnown: (providerId: string) => Promise<boolean>) => Promise<SettleResult[]>

/** One way out of this installation: a provider with its credentials. */
export interface Sender {
  /** As it stands in the ledger: `twilio`, `twilio_2`, `resend`, `smtp`, `telegram`, `viber`, `outbox`. */
  name: string
  /** Units a second that its provider takes: SMS segments, else messages. Null: no limit. */
  rate: number | null
  /** How many messages to take at once. */
  batch: number
  /** How many messages share one request and its idempotency key; 1 where each has its own. */
  perRequest: number
  /** Whether `settle` can find out, or do no harm by sending again. If not, the ledger notes each call before it is made. */
  canSettle: boolean
  send: Send
  settle: Settle
}

/** The senders of each channel; the first is the only one save for SMS. */
export type SenderRegistry = Record<Channel, Sender[]>

/**
 * How fast each channel takes messages unless the environment says otherwise: units a second. Twilio with an alphanumeric sender in
 * Europe about 10 segments; Resend 5 requests of 100 e-mails; Telegram 30; Viber 50 broadcasts of 300.
 */
export const CHANNEL_RATES: Record<Channel, number> = { sms: 10, email: 500, telegram: 30, viber: 15_000 }

/** What one unit costs, in euros: list prices of 2026, for the estimate before publishing. */
export const CHANNEL_PRICES: Record<Channel, number> = { sms: 0.075, email: 0.0004, telegram: 0, viber: 0.01 }
