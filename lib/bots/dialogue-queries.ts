import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { BotChannel } from './bots'
import { HOME, type Step, stepSchema } from './bots'
import type { RenderedReply } from './render-reply'

const kept = z.object({
  step: stepSchema.catch(HOME),
  /** Of the newest update that was answered. */
  order: z.number().catch(0),
})

const button = z.union([z.object({ text: z.string(), act: z.string() }), z.object({ text: z.string(), asks: z.literal('location') })])
const answer = z.object({ text: z.string(), buttons: z.array(z.array(button)) })

const row = z.object({
  state: z.unknown(),
  language: z.string().nullable(),
  personId: z.number().nullable(),
  /** Null: nobody has spoken in this chat yet. */
  revision: z.number().nullable(),
  updatedAt: z.date().nullable(),
  answer: z.unknown(),
  isAnswered: z.boolean(),
  isTaken: z.boolean(),
})

/** A dialogue as it stands, and what was said to this update if it came before. */
export interface KeptDialogue {
  step: Step
  order: number
  /** Of the dialogue, else of the contact. */
  language: string | null
  personId: number | null
  revision: number | null
  updatedAt: Date | null
  /** `isTaken`: the messenger has it. */
  answered: { reply: RenderedReply; isTaken: boolean } | null
}

/** One query for all that an update needs. */
export async function getDialogue(db: Db, channel: BotChannel, chat: string, updateId: string): Promise<KeptDialogue> {
  const rows = await db.$queryRaw`
    SELECT bot_dialogue.state, bot_dialogue.person_id AS "personId", bot_dialogue.revision, bot_dialogue.updated_at AS "updatedAt",
           coalesce(bot_dialogue.language, (
             SELECT language FROM contact WHERE contact.channel = ${channel}::channel AND contact.value = ${chat} ORDER BY id LIMIT 1)) AS language,
           bot_update.answer, bot_update.id IS NOT NULL AS "isAnswered", bot_update.answered_at IS NOT NULL AS "isTaken"
    FROM (SELECT 1) one
    LEFT JOIN bot_dialogue ON bot_dialogue.channel = ${channel}::channel AND bot_dialogue.chat = ${chat}
    LEFT JOIN bot_update ON bot_update.channel = ${channel}::channel AND bot_update.id = ${updateId}`
  const [{ state, isAnswered, isTaken, answer: said, ...rest }] = z.array(row).length(1).parse(rows) as [z.infer<typeof row>]
  const { step, order } = kept.parse(state ?? {})
  return { ...rest, step, order, answered: isAnswered ? { reply: answer.parse(said), isTaken } : null }
}

export interface DialogueMove {
  channel: BotChannel
  chat: string
  updateId: string
  /** That the dialogue had when it was read. */
  revision: number | null
  step: Step
  order: number
  language: string
  /** Undefined: as it is. */
  personId: number | null | undefined
  reply: RenderedReply
}

const saved = z.array(z.object({ revision: z.number() }))

/**
 * Writes down where a dialogue stands and what is being answered, in one statement: both or neither. Returns its new revision; null when somebody else
 * moved it since it was read, be it with this very update: then it is to be read again.
 */
export async function saveMove(db: Db, move: DialogueMove, now: Date): Promise<number | null> {
  const { channel, chat, updateId, revision, step, order, language, personId, reply } = move
  const rows = await db.$queryRaw`
    WITH moved AS (
      INSERT INTO bot_dialogue (channel, chat, person_id, language, state, revision, updated_at)
      SELECT ${channel}::channel, ${chat}, ${personId ?? null}::int, ${language}, ${JSON.stringify({ step, order })}::jsonb, 0, ${now}
      WHERE NOT EXISTS (SELECT FROM bot_update WHERE channel = ${channel}::channel AND id = ${updateId})
        AND (${revision}::int IS NULL OR EXISTS (SELECT FROM bot_dialogue WHERE channel = ${channel}::channel AND chat = ${chat}))
      ON CONFLICT (channel, chat) DO UPDATE SET
        person_id = CASE WHEN ${personId === undefined} THEN bot_dialogue.person_id ELSE excluded.person_id END, language = excluded.language, state = excluded.state,
        revision = bot_dialogue.revision + 1, updated_at = excluded.updated_at
      WHERE bot_dialogue.revision = ${revision}::int
      RETURNING revision
    ), answered AS (
      INSERT INTO bot_update (channel, id, at, answer)
      SELECT ${channel}::channel, ${updateId}, ${now}, ${JSON.stringify(reply)}::jsonb FROM moved
      ON CONFLICT DO NOTHING
    )
    SELECT revision FROM moved`
  return saved.parse(rows)[0]?.revision ?? null
}

/** The messenger has the answer to an update: brought again, it is not said again. */
export async function markTaken(db: Db, channel: BotChannel, updateId: string, now: Date): Promise<void> {
  await db.botUpdate.updateMany({ where: { channel, id: updateId, answeredAt: null }, data: { answeredAt: now } })
}
