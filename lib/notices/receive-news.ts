import type { Actor } from '@/lib/auth/actor'
import type { ProviderNews } from '@/lib/channels/provider-news'
import { answerInbound } from '@/lib/contacts/answer-inbound'
import { setReachability } from '@/lib/contacts/set-reachability'
import { database } from '@/lib/db/client'
import { recordReceipts } from './record-receipts'

/**
 * Takes in what one signed request of a provider tells: a receipt, somebody's words, a bot blocked. Come again, it changes nothing.
 * Returns what to answer to words, in their writer's language; null when there is nothing to say.
 */
export async function receiveNews({ provider, id, receipt, inbound, reachability }: ProviderNews, now: Date): Promise<string | null> {
  const actor: Actor = { kind: 'system', name: provider, source: 'system' }
  const cause = `${provider}:${id}`
  if (receipt) await recordReceipts([receipt], now)
  if (reachability) await setReachability(database(), actor, reachability, cause, now)
  return inbound ? answerInbound(actor, inbound, cause, now) : null
}
