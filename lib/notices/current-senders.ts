import type { SenderRegistry } from '@/lib/channels/channels'
import { senderRegistry } from '@/lib/channels/registry'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { getUtility } from '@/lib/utility/queries'

/** The senders of this installation, under the names of its utility. */
export async function currentSenders(): Promise<SenderRegistry> {
  return senderRegistry(env(), await getUtility(database()))
}
