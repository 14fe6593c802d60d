import type { Environment } from '@/lib/env'
import type { Sender, SenderRegistry } from './channels'
import { OUTBOX } from './outbox'

/** Stands for a provider that has credentials but no client in this version: nothing is said to be sent that was not. */
const UNAVAILABLE: Sender = {
  ...OUTBOX,
  name: 'none',
  send: async (messages) => messages.map(({ id }) => ({ id, state: 'retry', errorCode: 'channel_not_available' })),
}

/** What each channel sends by: the outbox, where no credentials are set. */
export function senderRegistry(environment: Environment): SenderRegistry {
  const by = (credential: string | undefined) => [credential === undefined ? OUTBOX : UNAVAILABLE]
  return {
    sms: by(environment.TWILIO_AUTH_TOKEN),
    email: by(environment.RESEND_API_KEY ?? environment.SMTP_URL),
    telegram: by(environment.TELEGRAM_BOT_TOKEN),
    viber: by(environment.VIBER_AUTH_TOKEN),
  }
}
