import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sender, SettleResult } from '@/lib/channels/channels'
import { type Db, database, transaction } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { claimMessages, type DueMessage, holdDueMessages, markCalled, suppressMessages } from './claim-messages'
import { type ComposedMessage, composeMessages } from './compose-messages'
import { findNoticeFacts } from './queries'
import { rateGate } from './rate-gate'
import { type Claim, recordResults } from './record-results'
import { getPace, reservePace } from './reserve-pace'
import { toOutgoing } from './to-outgoing'

/** A worker holds so many seconds of a sender's rate at once: enough to stay busy, little to settle when it dies. */
const HELD_SECONDS = 1
/** Messages whose turns are so close, in seconds, go out together. */
const TOGETHER_SECONDS = 0.05

type Ready = DueMessage & ComposedMessage & { to: string; batchKey: string | null }

function batchSize({ batch, perRequest, rate }: Sender): number {
  return rate === null ? batch : Math.min(batch, Math.max(perRequest, Math.ceil(rate * HELD_SECONDS)))
}

function groupSize({ batch, perRequest, rate }: Sender): number {
  return rate === null ? batch : Math.max(perRequest, Math.ceil(rate * TOGETHER_SECONDS))
}

async function composeHeld(
  db: Db,
  channel: Channel,
  held: DueMessage[],
  now: Date,
): Promise<Array<DueMessage & ComposedMessage & { to: string }>> {
  const reachable = held.filter((message) => message.isConfirmed).map((message) => ({ ...message, channel }))
  const noticeIds = [...new Set(reachable.map((message) => message.noticeId))]
  const facts = await findNoticeFacts(db, noticeIds)
  const inOrder = noticeIds.flatMap((id) => facts.get(id) ?? [])
  const waves = inOrder.map((one) => ({ facts: one, addressees: reachable.filter((message) => message.noticeId === one.id), now }))
  const composed = await composeMessages(db, waves)
  return waves.flatMap(({ addressees }, index) =>
    addressees.flatMap((message) => {
      const text = composed[index]?.get(message.contactId)
      return text && message.to !== null ? [{ ...message, ...text, to: message.to }] : []
    }),
  )
}

/** Messages of one request share a key; a request is about one notice. */
function withBatchKeys(messages: Array<Omit<Ready, 'batchKey'>>, { perRequest }: Sender): Ready[] {
  if (perRequest === 1) return messages.map((message) => ({ ...message, batchKey: null }))
  let request = { key: '', noticeId: 0, size: perRequest }
  return messages.map((message) => {
    if (request.size === perRequest || request.noticeId !== message.noticeId)
      request = { key: randomUUID(), noticeId: message.noticeId, size: 0 }
    request.size += 1
    return { ...message, batchKey: request.key }
  })
}

/** Groups of about `size` that go out together; those of one request always do. */
function groupsOf(ready: Ready[], size: number): Ready[][] {
  const groups: Ready[][] = []
  for (const message of ready) {
    const group = groups.at(-1)
    const isSameRequest = message.batchKey !== null && group?.at(-1)?.batchKey === message.batchKey
    if (group && (group.length < size || isSameRequest)) group.push(message)
    else groups.push([message])
  }
  return groups
}

const unitsOf = (group: Ready[]) => group.reduce((sum, message) => sum + (message.segments ?? 1), 0)

/** Due messages, their texts made and written down, taken for sending. */
async function takeBatch(channel: Channel, sender: Sender, now: Date) {
  return transaction(async (db) => {
    const held = await holdDueMessages(db, channel, batchSize(sender), now)
    if (held.length === 0) return { taken: 0, ready: [], token: '' }
    const ready = withBatchKeys(await composeHeld(db, channel, held, now), sender)
    const isReady = new Set(ready.map((message) => message.id))
    const idle = held.filter((message) => !isReady.has(message.id)).map((message) => message.id)
    if (idle.length > 0) await suppressMessages(db, idle)
    const rows = ready.map(({ to, ...message }) => ({ ...message, recipient: to }))
    const token = ready.length > 0 ? await claimMessages(db, sender.name, rows, now) : ''
    return { taken: held.length, ready, token }
  })
}

/** When a batch was taken: by the installation's clock and by the process's own, so that what happens later has its own instant. */
interface Start {
  at: Date
  ticks: number
}

const instantAfter = ({ at, ticks }: Start) => new Date(at.getTime() + performance.now() - ticks)

/** Those of a group whose turn has come and that may still be said: nothing to a provider that wants to be left alone, nothing too late. */
async function findSendable(sender: Sender, group: Ready[], now: Date): Promise<Ready[]> {
  if (sender.rate !== null && (await getPace(sender.name)).blockedMs > 0) return []
  return group.filter(({ notAfter }) => notAfter > now)
}

async function callProvider(channel: Channel, sender: Sender, claim: Claim, group: Ready[], start: Start): Promise<void> {
  const ids = group.map((message) => message.id)
  if (!sender.canSettle) await markCalled(database(), claim.token, ids)
  const answered = sender.rate === null ? null : await rateGate(sender.name, sender.rate).pass(unitsOf(group))
  const outgoing = group.map((message) => toOutgoing({ ...message, channel }, instantAfter(start)))
  const results = await sender.send(outgoing).finally(answered)
  await recordResults(claim, results, instantAfter(start))
}

/** Makes the call when its turn has come, and writes down what came of it. */
async function sendGroup(channel: Channel, sender: Sender, claim: Claim, group: Ready[], wait: number, start: Start): Promise<void> {
  if (wait > 1) await sleep(wait)
  const sendable = await findSendable(sender, group, instantAfter(start))
  const left = group.filter((message) => !sendable.includes(message))
  const requeued = left.map(({ id }): SettleResult => ({ id: String(id), state: 'requeue' }))
  await recordResults(claim, requeued, instantAfter(start))
  if (sendable.length > 0) await callProvider(channel, sender, claim, sendable, start)
}

/** Every group is waited for, also when one of them or the pace fails: what was handed over is written down if that can be done. */
async function sendAll(channel: Channel, sender: Sender, claim: Claim, ready: Ready[], start: Start): Promise<void> {
  const failures: unknown[] = []
  const noteFailure = (error: unknown) => void failures.push(error)
  const sends: Array<Promise<void>> = []
  for (const group of groupsOf(ready, groupSize(sender))) {
    const wait = await reservePace(sender.name, unitsOf(group), sender.rate).catch(noteFailure)
    if (wait === undefined) break
    sends.push(sendGroup(channel, sender, claim, group, wait, start).catch(noteFailure))
  }
  await Promise.all(sends)
  if (failures.length > 0) throw failures[0]
}

/**
 * Delivers one batch of a channel's due messages by one of its senders: take, write the texts down, hand them over at the sender's pace, write
 * down what became of them.
 *
 * Any number of workers may run it at once. Returns how many messages it took: 0 when nothing is due.
 */
export async function deliverBatch(channel: Channel, sender: Sender, now: Date): Promise<number> {
  const start = { at: now, ticks: performance.now() }
  const { taken, ready, token } = await takeBatch(channel, sender, now)
  if (ready.length > 0) await sendAll(channel, sender, { token, sender: sender.name }, ready, start)
  return taken
}
