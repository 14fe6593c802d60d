import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'
import type { BotChannel } from './bots'
import { HOME, type Step, stepSchema } from './bots'
import { inBatches } from './in-batches'
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
  hasContact: z.boolean(),
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
  /** Whether the chat is anybody's contact, in whatever state. */
  hasContact: boolean
  revision: number | null
  updatedAt: Date | null
  /** `isTaken`: the messenger has it. */
  answered: { reply: RenderedReply; isTaken: boolean } | null
}

function toKept({ state, isAnswered, isTaken, answer: said, ...rest }: z.infer<typeof row>): KeptDialogue {
  const { step, order } = kept.parse(state ?? {})
  return { ...rest, step, order, answered: isAnswered ? { reply: answer.parse(said), isTaken } : null }
}

export interface AskedDialogue {
  channel: BotChannel
  chat: string
  updateId: string
}

/** All that updates need, in one query; in their order. */
async function findDialogues(asked: AskedDialogue[]): Promise<KeptDialogue[]> {
  const rows = await database().$queryRaw`
    SELECT bot_dialogue.state, bot_dialogue.person_id AS "personId", bot_dialogue.revision, bot_dialogue.updated_at AS "updatedAt",
           coalesce(bot_dialogue.language, contact.language) AS language, contact.language IS NOT NULL AS "hasContact",
           bot_update.answer, bot_update.id IS NOT NULL AS "isAnswered", bot_update.answered_at IS NOT NULL AS "isTaken"
    FROM unnest(${asked.map(({ channel }) => channel)}::text[], ${asked.map(({ chat }) => chat)}::text[], ${asked.map(({ updateId }) => updateId)}::text[])
         WITH ORDINALITY AS asked (channel, chat, update_id, place)
    LEFT JOIN bot_dialogue ON bot_dialogue.channel = asked.channel::channel AND bot_dialogue.chat = asked.chat
    LEFT JOIN bot_update ON bot_update.channel = asked.channel::channel AND bot_update.id = asked.update_id
    LEFT JOIN LATERAL (
      SELECT language FROM contact WHERE contact.channel = asked.channel::channel AND contact.value = asked.chat ORDER BY id LIMIT 1
    ) contact ON true
    ORDER BY asked.place`
  return z.array(row).length(asked.length).parse(rows).map(toKept)
}

/** More at once is more than a pool of connections brings. */
const MOST_AT_ONCE = 100

/** Where a dialogue stands, and what was said to this update if it came before. */
export const getDialogue = inBatches(findDialogues, MOST_AT_ONCE)

export interface DialogueMove extends AskedDialogue {
  /** That the dialogue had when it was read. */
  revision: number | null
  step: Step
  order: number
  language: string
  /** Undefined: as it is. */
  personId: number | null | undefined
  reply: RenderedReply
  at: Date
}

const saved = z.array(z.object({ channel: z.string(), chat: z.string(), revision: z.number() }))

async function saveMoves(moves: DialogueMove[]): Promise<Array<number | null>> {
  const columns = {
    channels: moves.map(({ channel }) => channel),
    chats: moves.map(({ chat }) => chat),
    updateIds: moves.map(({ updateId }) => updateId),
    revisions: moves.map(({ revision }) => revision),
    personIds: moves.map(({ personId }) => personId ?? null),
    keepsPerson: moves.map(({ personId }) => personId === undefined),
    languages: moves.map(({ language }) => language),
    states: moves.map(({ step, order }) => JSON.stringify({ step, order })),
    answers: moves.map(({ reply }) => JSON.stringify(reply)),
    ats: moves.map(({ at }) => at.toISOString()),
  }
  const rows = await database().$queryRaw`
    WITH wanted AS (
      SELECT channel::channel, chat, update_id, revision, person_id, keeps_person, language, state::jsonb, answer::jsonb, at::timestamptz
      FROM unnest(${columns.channels}::text[], ${columns.chats}::text[], ${columns.updateIds}::text[], ${columns.revisions}::int[],
                  ${columns.personIds}::int[], ${columns.keepsPerson}::bool[], ${columns.languages}::text[], ${columns.states}::text[],
                  ${columns.answers}::text[], ${columns.ats}::text[])
           AS wanted (channel, chat, update_id, revision, person_id, keeps_person, language, state, answer, at)
      WHERE NOT EXISTS (SELECT FROM bot_update WHERE bot_update.channel = wanted.channel::channel AND bot_update.id = wanted.update_id)
    ), updated AS (
      UPDATE bot_dialogue SET
        person_id = CASE WHEN wanted.keeps_person THEN bot_dialogue.person_id ELSE wanted.person_id END,
        language = wanted.language, state = wanted.state, revision = bot_dialogue.revision + 1, updated_at = wanted.at
      FROM wanted
      WHERE bot_dialogue.channel = wanted.channel AND bot_dialogue.chat = wanted.chat AND bot_dialogue.revision = wanted.revision
      RETURNING bot_dialogue.channel, bot_dialogue.chat, bot_dialogue.revision
    ), inserted AS (
      INSERT INTO bot_dialogue (channel, chat, person_id, language, state, revision, updated_at)
      SELECT channel, chat, person_id, language, state, 0, at FROM wanted WHERE revision IS NULL
      ON CONFLICT DO NOTHING
      RETURNING channel, chat, revision
    ), moved AS (
      SELECT * FROM updated UNION ALL SELECT * FROM inserted
    ), answered AS (
      INSERT INTO bot_update (channel, id, at, answer)
      SELECT wanted.channel, wanted.update_id, wanted.at, wanted.answer FROM wanted JOIN moved USING (channel, chat)
      ON CONFLICT DO NOTHING
    )
    SELECT channel::text AS channel, chat, revision FROM moved`
  const revisions = new Map(saved.parse(rows).map(({ channel, chat, revision }) => [`${channel}:${chat}`, revision]))
  return moves.map(({ channel, chat }) => revisions.get(`${channel}:${chat}`) ?? null)
}

/**
 * Writes down where a dialogue stands and what is being answered, in one statement: both or neither. Returns its new revision; null when somebody else
 * moved it since it was read, be it with this very update: then it is to be read again. Of one chat one at a time (in-turn.ts).
 */
export const saveMove = inBatches(saveMoves, MOST_AT_ONCE)

/** The messenger has the answer to an update: brought again, it is not said again. */
export async function markTaken(db: Db, channel: BotChannel, updateId: string, now: Date): Promise<void> {
  await db.botUpdate.updateMany({ where: { channel, id: updateId, answeredAt: null }, data: { answeredAt: now } })
}
