import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { SettleResult } from '@/lib/channels/channels'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel } from '@/lib/db/generated/enums'
import { LETTER_KINDS } from './letter'

/** A claim older than this, in milliseconds, belongs to a worker that died: a call lasts at most thirty seconds. */
const DEAD_CLAIM = 2 * 60_000
/** So many are held at once: letters are few, and some of them are waited for. */
const BATCH = 50

const heldLetter = z.object({
  id: z.bigint(),
  kind: z.enum(LETTER_KINDS),
  channel: z.enum(Channel),
  recipient: z.string(),
  contactId: z.number().nullable(),
  language: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  secret: z.string().nullable(),
  notAfter: z.date(),
  provider: z.string().nullable(),
  claimedAt: z.date(),
  /** The topic of a group in which the bot speaks. */
  threadId: z.number().nullable(),
})
export type HeldLetter = z.infer<typeof heldLetter>

const HELD = Prisma.sql`
  letter.id, letter.kind, letter.channel::text AS channel, letter.recipient, letter.contact_id AS "contactId", letter.language, letter.facts,
  letter.secret, letter.not_after AS "notAfter", letter.provider, letter.claimed_at AS "claimedAt",
  (SELECT thread_id FROM contact WHERE contact.id = letter.contact_id) AS "threadId"`

export interface HeldLetters {
  token: string
  letters: HeldLetter[]
}

/** Letters whose worker died in mid-call, or whose call was never answered. */
const isLost = (now: Date) => Prisma.sql`
  state = 'sending'
  AND (claim_token IS NULL AND next_attempt_at <= ${now} OR greatest(claimed_at, next_attempt_at) <= ${new Date(now.getTime() - DEAD_CLAIM)})`

const asked = z.array(z.object({ isDue: z.boolean() })).length(1)

/** Whether any letter is to be sent, settled or given up: the one question of a round that has nothing to do. */
export async function areLettersDue(db: Db, now: Date): Promise<boolean> {
  const rows = await db.$queryRaw`
    SELECT EXISTS (
      SELECT FROM letter
      WHERE state IN ('queued', 'sending') AND (state = 'queued' AND least(next_attempt_at, not_after) <= ${now} OR ${isLost(now)})
    ) AS "isDue"`
  return asked.parse(rows)[0]?.isDue ?? false
}

/** Gives up what is of no use any more. A letter that is with its provider, or may be, stays. */
export function expireLetters(db: Db, now: Date): Promise<number> {
  return db.$executeRaw`UPDATE letter SET state = 'expired', secret = NULL WHERE state = 'queued' AND not_after <= ${now}`
}

/** Which of a channel's senders takes a letter: the next one at each attempt. */
export interface SenderTurn {
  name: string
  place: number
  of: number
}

/** Takes due letters of a channel for sending by one sender, before it is called. */
export async function takeLetters(db: Db, channel: Channel, sender: SenderTurn, now: Date): Promise<HeldLetters> {
  const token = randomUUID()
  const rows = await db.$queryRaw`
    UPDATE letter SET state = 'sending', claim_token = ${token}::uuid, claimed_at = ${now}, attempt = attempt + 1, provider = ${sender.name}
    WHERE id IN (
      SELECT id FROM letter
      WHERE state = 'queued' AND channel = ${channel}::channel AND next_attempt_at <= ${now} AND not_after > ${now}
        AND attempt % ${sender.of}::int = ${sender.place}::int
      ORDER BY next_attempt_at, id LIMIT ${BATCH}
      FOR UPDATE SKIP LOCKED
    )
    RETURNING ${HELD}`
  return { token, letters: z.array(heldLetter).parse(rows) }
}

/** Takes lost letters. `claimed_at` stays: it says when the call was made. */
export async function takeLostLetters(db: Db, now: Date): Promise<HeldLetters> {
  const token = randomUUID()
  const rows = await db.$queryRaw`
    UPDATE letter SET claim_token = ${token}::uuid, next_attempt_at = ${now}
    WHERE id IN (
      SELECT id FROM letter WHERE ${isLost(now)}
      ORDER BY id LIMIT ${BATCH}
      FOR UPDATE SKIP LOCKED
    )
    RETURNING ${HELD}`
  return { token, letters: z.array(heldLetter).parse(rows) }
}

/** What became of a letter; its words only where the outbox is the channel. */
export interface LetterOutcome {
  id: bigint
  result: SettleResult
  subject: string | null
  text: string | null
}

const codeOf = ({ result }: LetterOutcome) => ('errorCode' in result ? result.errorCode : null)
const providerIdOf = ({ result }: LetterOutcome) => ('providerId' in result ? result.providerId : null)
const waitOf = ({ result }: LetterOutcome) => (result.state === 'retry' ? (result.waitSeconds ?? null) : null)

/**
 * Writes down what became of held letters. Somebody waits for a code: a `retry` comes after five seconds, then three times as long each time, up to
 * twenty minutes, or as long as the provider asked. With its end a letter forgets its secret.
 */
export async function recordLetters(db: Db, token: string, outcomes: LetterOutcome[], now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE letter SET
      state = CASE WHEN told.state IN ('retry', 'requeue') THEN 'queued' WHEN told.state = 'unsettled' THEN 'sending' ELSE told.state END::message_state,
      next_attempt_at = CASE
        WHEN told.wait IS NOT NULL THEN ${now}::timestamptz + told.wait * interval '1 second'
        WHEN told.state = 'retry' THEN ${now}::timestamptz + interval '5 seconds' * power(3, least(greatest(attempt - 1, 0), 5))
        WHEN told.state = 'unsettled' THEN ${now}::timestamptz + interval '20 seconds'
        ELSE ${now} END,
      provider_id = told.provider_id, error_code = told.error_code, subject = told.subject, text = told.text,
      sent_at = CASE WHEN told.state IN ('sent', 'delivered') THEN ${now} ELSE sent_at END,
      secret = CASE WHEN told.state IN ('retry', 'requeue', 'unsettled') THEN secret END,
      claim_token = NULL
    FROM unnest(${outcomes.map(({ id }) => id)}::bigint[], ${outcomes.map(({ result }) => result.state)}::text[],
                ${outcomes.map(providerIdOf)}::text[], ${outcomes.map(codeOf)}::text[], ${outcomes.map(waitOf)}::float8[],
                ${outcomes.map(({ subject }) => subject)}::text[], ${outcomes.map(({ text }) => text)}::text[])
           AS told (id, state, provider_id, error_code, wait, subject, text)
    WHERE letter.id = told.id AND letter.claim_token = ${token}::uuid`
}

/** Whether a provider's message is one that we know already, as a letter or a notice. */
export async function isKnownToLedger(db: Db, provider: string, providerId: string): Promise<boolean> {
  if ((await db.letter.count({ where: { provider, providerId } })) > 0) return true
  return (await db.message.count({ where: { provider, providerId } })) > 0
}
