import { z } from 'zod'
import { type Actor, actorName } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { CONSENT_VERSION } from '../consent'

export interface NewChat {
  channel: Channel
  value: string
  language: string
  threadId: number | null
}

const added = z.array(z.object({ contactId: z.number(), personId: z.number() })).length(1)

/**
 * Writes down a chat that is nobody's contact yet as that of somebody new, confirmed, with their consent and a line of the audit trail: in one statement,
 * because so most people come to us, often many at once, and the trail is written by one at a time.
 */
export async function addNewChat(
  db: Db,
  actor: Actor,
  { channel, value, language, threadId }: NewChat,
  now: Date,
): Promise<{ contactId: number; personId: number }> {
  const rows = await db.$queryRaw`
    WITH somebody AS (
      INSERT INTO person (created_at) VALUES (${now}) RETURNING id
    ), chat AS (
      INSERT INTO contact (person_id, channel, value, language, state, confirmed_at, thread_id, created_at)
      SELECT id, ${channel}::channel, ${value}, ${language}, 'confirmed', ${now}, ${threadId}::int, ${now} FROM somebody
      RETURNING id, person_id
    ), agreed AS (
      INSERT INTO consent (person_id, contact_id, kind, text_version, language, source, given_at)
      SELECT person_id, id, 'notices', ${CONSENT_VERSION}, ${language}, ${channel}, ${now} FROM chat
    ), noted AS (
      INSERT INTO audit_entry (at, actor, source, action, subject, after)
      SELECT ${now}::timestamptz, ${actorName(actor)}, ${actor.source}, 'contact.add_chat', 'contact:' || id,
             jsonb_build_object('channel', ${channel}::text, 'language', ${language}::text)
      FROM chat
    )
    SELECT id AS "contactId", person_id AS "personId" FROM chat`
  const [one] = added.parse(rows) as [z.infer<typeof added>[number]]
  return one
}
