import type { OutgoingMessage, Sender, SenderRegistry, SettleResult } from '@/lib/channels/channels'
import { OUTBOX } from '@/lib/channels/outbox'
import { senderRegistry } from '@/lib/channels/registry'
import { database } from '@/lib/db/client'
import { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { isLocale } from '@/lib/i18n/locales'
import { logger } from '@/lib/logger'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import { judgeFailures } from '../judge-failures'
import {
  areLettersDue,
  expireLetters,
  type HeldLetter,
  type HeldLetters,
  isKnownToLedger,
  type LetterOutcome,
  recordLetters,
  takeLetters,
  takeLostLetters,
} from './letter-queries'
import { openLetterSecret } from './letter-secret'
import { type RenderedLetter, renderLetter } from './render-letter'

type Ready = HeldLetter & RenderedLetter

/** Finished words; null where a secret of it cannot be read (any more). */
function finish(letter: HeldLetter, utility: Utility): Ready | null {
  const { channel, recipient: to, language } = letter
  const proof = letter.secret === null ? null : openLetterSecret(letter.secret, { channel, to })
  if (letter.secret !== null && !proof) return null
  const context = { utility, publicUrl: env().PUBLIC_URL, signingSecret: env().NEXTAUTH_SECRET ?? '' }
  return { ...letter, ...renderLetter(letter, proof, context, isLocale(language) ? language : utility.defaultLanguage) }
}

function toOutgoing({ id, recipient, language, subject, text, notAfter, buttons, threadId }: Ready, now: Date): OutgoingMessage {
  const key = `letter-${id}`
  const usefulSeconds = Math.max(0, Math.floor((notAfter.getTime() - now.getTime()) / 1000))
  const common = { segments: null, usefulSeconds, unsubscribeUrl: null, batchKey: key }
  return { id: key, to: recipient, language, subject, text, ...common, ...(buttons && { buttons }), ...(threadId !== null && { threadId }) }
}

type HandOver = (sender: Sender, letters: Ready[]) => Promise<SettleResult[]>

/** Hands held letters over by one sender, and writes down what came of it, also of the contacts. */
async function handOver({ token, letters }: HeldLetters, sender: Sender, utility: Utility, how: HandOver, now: Date): Promise<void> {
  const finished = letters.map((letter) => finish(letter, utility) ?? letter.id)
  const ready = finished.filter((letter) => typeof letter !== 'bigint')
  const results = new Map((ready.length > 0 ? await how(sender, ready) : []).map((result) => [result.id, result]))
  const unreadable: SettleResult = { id: '', state: 'failed', errorCode: 'secret_unreadable', isContactDead: false }
  const outcomes = finished.map((letter): LetterOutcome => {
    if (typeof letter === 'bigint') return { id: letter, result: unreadable, subject: null, text: null }
    const result = results.get(`letter-${letter.id}`) ?? { id: '', state: 'retry', errorCode: 'no_answer' }
    const isShown = sender === OUTBOX && result.state === 'delivered'
    return { id: letter.id, result, subject: isShown ? letter.subject : null, text: isShown ? letter.text : null }
  })
  await recordLetters(database(), token, outcomes, now)
  const contactOf = new Map(letters.map(({ id, contactId }) => [id, contactId]))
  const failures = outcomes.flatMap(({ id, result }) => {
    const contactId = contactOf.get(id) ?? null
    return result.state === 'failed' && result.isContactDead && contactId !== null ? [{ contactId, errorCode: result.errorCode }] : []
  })
  if (failures.length > 0) await judgeFailures(database(), failures, now)
}

const send =
  (now: Date): HandOver =>
  (sender, letters) =>
    sender.send(letters.map((letter) => toOutgoing(letter, now)))

/**
 * A provider that can say what it has is asked; to the others a letter is sent again: to have a code twice does no harm, to have none does.
 */
const settle =
  (now: Date): HandOver =>
  async (sender, letters) => {
    const outgoing = letters.map((letter) => ({
      ...toOutgoing(letter, now),
      // On the provider's clock: the demo's may have been moved since.
      claimedAt: new Date(Date.now() - (now.getTime() - letter.claimedAt.getTime())),
    }))
    if (!sender.canSettle) return outgoing.map(({ id }) => ({ id, state: 'requeue' }))
    return sender.settle(outgoing, (providerId) => isKnownToLedger(database(), sender.name, providerId))
  }

/** What a dead worker left goes back into the queue, or is found to be with its provider. Returns how many. */
async function settleLost(senders: Sender[], utility: Utility, now: Date): Promise<number> {
  const { token, letters } = await takeLostLetters(database(), now)
  for (const name of new Set(letters.map(({ provider }) => provider))) {
    const sender = senders.find((one) => one.name === name) ?? OUTBOX
    const own = letters.filter(({ provider }) => provider === name)
    await handOver({ token, letters: own }, sender, utility, settle(now), now)
    logger.warn({ sender: name, letters: own.length }, 'letters settled')
  }
  return letters.length
}

async function deliverChannel(registry: SenderRegistry, channel: Channel, utility: Utility, now: Date): Promise<number> {
  const senders = registry[channel]
  let delivered = 0
  for (const [place, sender] of senders.entries()) {
    for (;;) {
      const held = await takeLetters(database(), channel, { name: sender.name, place, of: senders.length }, now)
      if (held.letters.length === 0) break
      await handOver(held, sender, utility, send(now), now)
      delivered += held.letters.length
    }
  }
  return delivered
}

/**
 * Sends every letter that is due: taken before its provider is called, its words made then, tried again while it is of use. Codes do not wait
 * behind a wave of notices: letters are few, and have no part in the pace of senders but a provider's own "not now". May be run by any number
 * of workers. Returns how many it handed over.
 */
export async function deliverLetters(now: Date): Promise<number> {
  if (!(await areLettersDue(database(), now))) return 0
  const utility = await getUtility()
  const registry = senderRegistry(env(), utility)
  await expireLetters(database(), now)
  await settleLost(Object.values(registry).flat(), utility, now)
  const counts = await Promise.all(Object.values(Channel).map((channel) => deliverChannel(registry, channel, utility, now)))
  return counts.reduce((sum, count) => sum + count, 0)
}
