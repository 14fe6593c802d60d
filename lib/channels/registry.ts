import type { Channel } from '@/lib/db/generated/enums'
import type { Environment } from '@/lib/env'
import type { Send } from './channels'
import { sendToOutbox } from './outbox'
import { sendLater } from './unavailable'

/** What each channel sends by: the outbox, where no credentials are set. */
export function channelRegistry(environment: Environment): Record<Channel, Send> {
  const by = (credential: string | undefined) => (credential === undefined ? sendToOutbox : sendLater)
  return {
    sms: by(environment.TWILIO_AUTH_TOKEN),
    email: by(environment.RESEND_API_KEY),
    telegram: by(environment.TELEGRAM_BOT_TOKEN),
    viber: by(environment.VIBER_AUTH_TOKEN),
  }
}
