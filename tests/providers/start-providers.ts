import { CREDENTIALS } from './credentials'
import { type ProviderServer, startProviderServer } from './provider-server'
import { RESEND } from './resend-server'
import { TELEGRAM } from './telegram-server'
import { TWILIO } from './twilio-server'
import { VIBER } from './viber-server'

const DEFINITIONS = { twilio: TWILIO, twilio_2: TWILIO, resend: RESEND, telegram: TELEGRAM, viber: VIBER } as const

export type ProviderName = keyof typeof DEFINITIONS
export type Providers = Record<ProviderName, ProviderServer> & { close: () => Promise<void> }

/** Starts all fake providers, each on a free port of loopback; Twilio twice, for two senders of SMS. */
export async function startProviders(): Promise<Providers> {
  const names = Object.keys(DEFINITIONS) as ProviderName[]
  const started = await Promise.all(names.map(async (name) => [name, await startProviderServer(DEFINITIONS[name])] as const))
  const servers = Object.fromEntries(started) as Record<ProviderName, ProviderServer>
  return { ...servers, close: async () => void (await Promise.all(started.map(([, server]) => server.close()))) }
}

/** What makes a provider's channel real, without its address. */
const KEYS = {
  twilio: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  twilio_2: ['TWILIO_2_ACCOUNT_SID', 'TWILIO_2_AUTH_TOKEN'],
  resend: ['RESEND_API_KEY', 'RESEND_WEBHOOK_SECRET'],
  telegram: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'],
  viber: ['VIBER_AUTH_TOKEN'],
} as const satisfies Record<ProviderName, ReadonlyArray<keyof typeof CREDENTIALS>>
const ADDRESSES: Record<ProviderName, string> = {
  ...{ twilio: 'TWILIO_BASE_URL', twilio_2: 'TWILIO_2_BASE_URL', resend: 'RESEND_BASE_URL' },
  ...{ telegram: 'TELEGRAM_API_ROOT', viber: 'VIBER_API_ROOT' },
}

/** The environment that makes an installation use these of the fake providers, and leaves every other channel to the outbox. */
export function providerEnvironment(urls: Partial<Record<ProviderName, string>>): Record<string, string> {
  const named = Object.entries(urls) as Array<[ProviderName, string]>
  const keys = named.flatMap(([name, url]) => [...KEYS[name].map((key) => [key, CREDENTIALS[key]]), [ADDRESSES[name], url]])
  return { EMAIL_FROM: 'Acque <avvisi@example.org>', ...Object.fromEntries(keys) }
}
