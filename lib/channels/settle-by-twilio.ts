import type { Twilio } from 'twilio'
import type { Settle, SettleResult, UnsettledMessage } from './channels'
import { groupBy } from './group-by'
import { nameFailure } from './name-failure'
import { runLimited } from './run-limited'
import { TwilioRefusal } from './twilio-http-client'

const ASKED_AT_A_TIME = 10
/** Milliseconds by which our clock may be ahead of Twilio's. */
const CLOCKS_APART = 60_000
/** Twilio lists the newest first; nobody gets more from us within the time that a claim takes to be found dead. */
const LISTED = 200

type Listed = Awaited<ReturnType<Twilio['messages']['list']>>[number]

function isThisMessage({ body, dateCreated, direction }: Listed, { text, claimedAt }: UnsettledMessage): boolean {
  const isInTime = dateCreated.getTime() >= claimedAt.getTime() - CLOCKS_APART
  return isInTime && direction !== 'inbound' && body.trim() === text.trim()
}

/**
 * Asks Twilio for what it has for each number since the claim and adopts the message with the same text, unless the ledger has it for another;
 * without one, Twilio never got it. Not by Twilio's filter of dates: that is of sending, which a message in its queue does not have yet.
 */
export async function settleByTwilio(
  client: Twilio,
  messages: UnsettledMessage[],
  isKnown: Parameters<Settle>[1],
): Promise<SettleResult[]> {
  const adopted = new Set<string>()
  const byNumber = groupBy(messages, ({ to }) => to)

  async function settleNumber([to, own]: [string, UnsettledMessage[]]): Promise<SettleResult[]> {
    try {
      const listed = await client.messages.list({ to, pageSize: LISTED, limit: LISTED })
      const results: SettleResult[] = []
      for (const message of own) results.push(await settleOne(message, listed))
      return results
    } catch (error) {
      const errorCode = error instanceof TwilioRefusal ? `twilio_${error.code ?? error.status}` : nameFailure(error)
      return own.map(({ id }) => ({ id, state: 'unsettled', errorCode }))
    }
  }

  async function settleOne(message: UnsettledMessage, listed: Listed[]): Promise<SettleResult> {
    for (const candidate of listed.filter((one) => isThisMessage(one, message))) {
      if (adopted.has(candidate.sid) || (await isKnown(candidate.sid))) continue
      adopted.add(candidate.sid)
      return { id: message.id, state: candidate.status === 'delivered' ? 'delivered' : 'sent', providerId: candidate.sid }
    }
    return { id: message.id, state: 'requeue' }
  }

  return (await runLimited([...byNumber], ASKED_AT_A_TIME, settleNumber)).flat()
}
