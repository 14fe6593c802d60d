import { expect } from 'vitest'
import { database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import type { Providers } from '../providers/start-providers'

const PROVIDER_OF = { sms: 'twilio', email: 'resend', telegram: 'telegram', viber: 'viber' } as const satisfies Record<
  Channel,
  keyof Providers
>
/** Who cannot be asked what became of a call. */
const CHATS: ReadonlySet<Channel> = new Set<Channel>(['telegram', 'viber'])

interface Row {
  channel: Channel
  state: string
  recipient: string | null
}

function countByRecipient(providers: Providers, channel: Channel): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { to } of providers[PROVIDER_OF[channel]].provider.log.received) counts.set(to, (counts.get(to) ?? 0) + 1)
  return counts
}

export interface Account {
  messages: number
  /** Chats of which nobody knows whether they arrived. */
  unknown: number
}

/**
 * Holds the ledger against what the providers really got: everybody was told once, nobody twice, nobody missed; only of a chat that was with its
 * provider when something broke nobody knows, and the ledger says so. Every request was as the providers' schemas want it.
 */
export async function accountFor(providers: Providers, people: number): Promise<Account> {
  const rows = await database().$queryRaw<Row[]>`SELECT channel::text AS channel, state::text AS state, recipient FROM message`
  expect(rows).toHaveLength(people)
  const received = new Map(Object.keys(PROVIDER_OF).map((channel) => [channel, countByRecipient(providers, channel as Channel)]))
  const got = ({ channel, recipient }: Row) => received.get(channel)?.get(recipient ?? '') ?? 0
  const isTold = ({ state }: Row) => state === 'sent' || state === 'delivered'
  expect(rows.filter((row) => got(row) > 1)).toEqual([])
  expect(rows.filter((row) => isTold(row) && got(row) !== 1)).toEqual([])
  expect(rows.filter((row) => !isTold(row) && !(row.state === 'unknown' && CHATS.has(row.channel)))).toEqual([])
  for (const name of Object.values(PROVIDER_OF))
    expect(providers[name].provider.log.summary()).toMatchObject({ violations: 0, violationsNamed: [], limited: 0 })
  return { messages: rows.length, unknown: rows.filter(({ state }) => state === 'unknown').length }
}
