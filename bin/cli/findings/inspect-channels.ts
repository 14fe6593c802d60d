import { senderRegistry } from '@/lib/channels/registry'
import { Channel } from '@/lib/db/generated/enums'
import { type Environment, env } from '@/lib/env'
import type { Finding } from './finding'

/** What a channel needs besides its credentials, so that receipts and STOP come back to us. */
const WEBHOOK_SECRETS = [
  ['email', 'RESEND_API_KEY', 'RESEND_WEBHOOK_SECRET'],
  ['telegram', 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'],
] as const satisfies ReadonlyArray<readonly [Channel, keyof Environment, keyof Environment]>

function isOnlyHere(publicUrl: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)
}

function findGaps(channel: Channel, environment: Environment): string[] {
  const secrets = WEBHOOK_SECRETS.filter(
    ([name, key, secret]) => name === channel && environment[key] !== undefined && environment[secret] === undefined,
  )
  const gaps = secrets.map(([, , secret]) => `${secret} is not set, so nothing that the provider reports is believed`)
  if (channel === 'email' && environment.NEXTAUTH_SECRET === undefined)
    gaps.push('NEXTAUTH_SECRET is not set, so mails have no link to stop them')
  if (isOnlyHere(environment.PUBLIC_URL)) gaps.push('PUBLIC_URL is this machine alone, so no receipt can come back')
  return gaps
}

/** By what each channel sends, and what is missing for it to hear back. Never throws. */
export function inspectChannels(): Finding[] {
  try {
    const registry = senderRegistry(env(), { name: 'Preavviso', sender: 'Preavviso' })
    return Object.values(Channel).map((channel) => {
      const names = registry[channel].map(({ name }) => name)
      if (names.includes('outbox')) return { what: channel, state: 'note', detail: 'writes to the outbox: no credentials are set' }
      const gaps = findGaps(channel, env())
      return { what: channel, state: gaps.length === 0 ? 'ok' : 'note', detail: [names.join(', '), ...gaps].join('; ') }
    })
  } catch (error) {
    return [{ what: 'channels', state: 'broken', detail: error instanceof Error ? error.message : 'cannot be set up' }]
  }
}
