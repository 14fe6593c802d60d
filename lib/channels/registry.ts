import type { Environment } from '@/lib/env'
import { CHANNEL_RATES, type Sender, type SenderRegistry } from './channels'
import { emailOrigin } from './email-origin'
import { OUTBOX } from './outbox'
import { createResendSender } from './resend'
import { createSmtpSender } from './smtp'
import { createTelegramSender } from './telegram'
import { createTwilioSender } from './twilio'
import { createViberSender } from './viber'

/** By which names the utility shows itself where the environment names no other. */
export interface Identity {
  name: string
  /** At most 11 characters, for SMS. */
  sender: string
}

/** SMS by one Twilio account or two; each has its own rate. */
function smsSenders(environment: Environment, { sender }: Identity): Sender[] {
  const common = { publicUrl: environment.PUBLIC_URL, rate: environment.SMS_RATE ?? CHANNEL_RATES.sms }
  return (['TWILIO', 'TWILIO_2'] as const).flatMap((account) => {
    const accountSid = environment[`${account}_ACCOUNT_SID`]
    const authToken = environment[`${account}_AUTH_TOKEN`]
    if (authToken === undefined) return []
    // Without it the outbox would say of each message that it was delivered.
    if (accountSid === undefined)
      throw new Error(`${account}_ACCOUNT_SID is missing: it belongs to ${account}_AUTH_TOKEN, see .env.example.`)
    const own = { from: environment[`${account}_SENDER`] ?? sender, baseUrl: environment[`${account}_BASE_URL`] }
    return createTwilioSender({ ...common, ...own, name: account === 'TWILIO' ? 'twilio' : 'twilio_2', accountSid, authToken })
  })
}

/** Resend where it has a key, else the mail server. */
function emailSenders(environment: Environment, { name }: Identity): Sender[] {
  const { RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL, EMAIL_FROM, EMAIL_RATE, PUBLIC_URL } = environment
  const from = emailOrigin(EMAIL_FROM, name, PUBLIC_URL)
  const common = { from, utilityName: name, rate: EMAIL_RATE ?? CHANNEL_RATES.email }
  if (RESEND_API_KEY !== undefined) return [createResendSender({ ...common, apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL })]
  if (SMTP_URL === undefined) return []
  return [createSmtpSender({ ...common, url: SMTP_URL, host: new URL(PUBLIC_URL).hostname })]
}

function telegramSenders({ TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, TELEGRAM_RATE }: Environment): Sender[] {
  if (TELEGRAM_BOT_TOKEN === undefined) return []
  const rate = TELEGRAM_RATE ?? CHANNEL_RATES.telegram
  return [createTelegramSender({ token: TELEGRAM_BOT_TOKEN, apiRoot: TELEGRAM_API_ROOT, rate })]
}

function viberSenders({ VIBER_AUTH_TOKEN, VIBER_API_ROOT, VIBER_RATE }: Environment, { name }: Identity): Sender[] {
  if (VIBER_AUTH_TOKEN === undefined) return []
  const rate = VIBER_RATE ?? CHANNEL_RATES.viber
  return [createViberSender({ token: VIBER_AUTH_TOKEN, apiRoot: VIBER_API_ROOT, senderName: name, rate })]
}

const orOutbox = (senders: Sender[]) => (senders.length > 0 ? senders : [OUTBOX])

const made = new WeakMap<Environment, Map<string, SenderRegistry>>()

/**
 * What each channel sends by: the outbox, where no credentials are set. The senders, with their connections, are made once for an environment
 * and the utility's names, and kept.
 */
export function senderRegistry(environment: Environment, identity: Identity): SenderRegistry {
  const known = made.get(environment) ?? new Map<string, SenderRegistry>()
  made.set(environment, known)
  const key = JSON.stringify([identity.name, identity.sender])
  const registry = known.get(key) ?? {
    sms: orOutbox(smsSenders(environment, identity)),
    email: orOutbox(emailSenders(environment, identity)),
    telegram: orOutbox(telegramSenders(environment)),
    viber: orOutbox(viberSenders(environment, identity)),
  }
  known.set(key, registry)
  return registry
}
