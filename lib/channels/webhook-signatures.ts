import { createHmac } from 'node:crypto'
import { Resend } from 'resend'
import twilio from 'twilio'
import { equalSecrets } from './equal-secrets'

/** What a provider sent, as it came. */
export interface SignedRequest {
  /** The public address that was called, with its query. */
  url: string
  headers: Headers
  body: string
}

/** Twilio signs the address and each field of the form (HMAC-SHA1, base64). */
export function isSignedByTwilio(request: SignedRequest, form: Record<string, string | string[]>, authToken: string): boolean {
  return twilio.validateRequest(authToken, request.headers.get('x-twilio-signature') ?? '', request.url, form)
}

/** Resend signs id, time and body (Svix); refuses what is more than five minutes old, on the real clock. */
export function isSignedByResend({ headers, body }: SignedRequest, webhookSecret: string): boolean {
  const [id, timestamp, signature] = ['svix-id', 'svix-timestamp', 'svix-signature'].map((name) => headers.get(name) ?? '')
  try {
    // The key is of no use here; the SDK wants one.
    const sdk = new Resend('none')
    sdk.webhooks.verify({ payload: body, headers: { id: id ?? '', timestamp: timestamp ?? '', signature: signature ?? '' }, webhookSecret })
    return true
  } catch {
    return false
  }
}

/** Telegram repeats the secret that it was given with the webhook. */
export function isSignedByTelegram({ headers }: SignedRequest, secret: string): boolean {
  return equalSecrets(headers.get('x-telegram-bot-api-secret-token') ?? '', secret)
}

/** Viber signs the body with the bot's token (HMAC-SHA256, hexadecimal). */
export function isSignedByViber({ headers, body }: SignedRequest, authToken: string): boolean {
  const expected = createHmac('sha256', authToken).update(body).digest('hex')
  return equalSecrets((headers.get('x-viber-content-signature') ?? '').toLowerCase(), expected)
}
