import type { OutgoingMessage, SendResult } from '@/lib/channels/channels'
import { senderRegistry } from '@/lib/channels/registry'
import { database } from '@/lib/db/client'
import { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { type ComposedMessage, composeMessages } from './compose-messages'
import { type ClaimedMessage, claimMessages, recordResults, recordTexts, suppressMessages } from './ledger-queries'
import { getNoticeFacts } from './queries'

/** One batch of the ledger: few enough for one provider call of any channel to be quick, many enough that the ledger is no burden. */
const BATCH = 500

type Ready = ClaimedMessage & ComposedMessage & { to: string }

async function composeAll(messages: ClaimedMessage[]): Promise<Ready[]> {
  const ready: Ready[] = []
  const reachable = messages.filter((message) => message.isConfirmed)
  for (const noticeId of new Set(reachable.map((message) => message.noticeId))) {
    const own = reachable.filter((message) => message.noticeId === noticeId)
    const composed = await composeMessages(database(), await getNoticeFacts(database(), noticeId), own)
    for (const message of own) {
      const text = composed.get(message.contactId)
      if (text && message.to !== null) ready.push({ ...message, ...text, to: message.to })
    }
  }
  return ready
}

async function sendAll(ready: Ready[]): Promise<Array<SendResult & { provider: string }>> {
  const registry = senderRegistry(env())
  const results: Array<SendResult & { provider: string }> = []
  for (const channel of Object.values(Channel)) {
    const own = ready.filter((message) => message.channel === channel)
    const [sender] = registry[channel]
    if (!sender || own.length === 0) continue
    const outgoing = own.map(
      ({ id, to, language, subject, text, segments }): OutgoingMessage => ({
        ...{ id: String(id), to, language, subject, text, segments },
        ...{ usefulSeconds: 3600, unsubscribeUrl: null, batchKey: null },
      }),
    )
    results.push(...(await sender.send(outgoing)).map((result) => ({ ...result, provider: sender.name })))
  }
  return results
}

/**
 * Delivers one batch of due messages: claim, write the texts down, hand them to their channels, write down what became of them.
 *
 * Any number of workers may run it at once. Returns how many messages it took: 0 when nothing is due.
 */
export async function deliverMessages(now: Date, limit = BATCH): Promise<number> {
  const { token, messages } = await claimMessages(database(), limit, now)
  if (messages.length === 0) return 0
  const ready = await composeAll(messages)
  const isReady = new Set(ready.map((message) => message.id))
  const idle = messages.filter((message) => !isReady.has(message.id)).map((message) => message.id)
  if (idle.length > 0) await suppressMessages(database(), token, idle)
  if (ready.length > 0) {
    await recordTexts(
      database(),
      token,
      ready.map(({ to, ...message }) => ({ ...message, recipient: to })),
    )
    await recordResults(database(), token, await sendAll(ready), now)
  }
  return messages.length
}
