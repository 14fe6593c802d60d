import type { Channel } from '@/lib/db/generated/enums'
import type { Environment } from '@/lib/env'
import { CHANNEL_RATES } from './channels'

export type Rates = Record<Channel, number>

/** How fast each channel takes messages in this installation: SMS segments, else messages a second. */
export function ratesOf({ SMS_RATE, EMAIL_RATE, TELEGRAM_RATE, VIBER_RATE }: Partial<Environment>): Rates {
  return {
    sms: SMS_RATE ?? CHANNEL_RATES.sms,
    email: EMAIL_RATE ?? CHANNEL_RATES.email,
    telegram: TELEGRAM_RATE ?? CHANNEL_RATES.telegram,
    viber: VIBER_RATE ?? CHANNEL_RATES.viber,
  }
}
