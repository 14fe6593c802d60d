import { z } from 'zod'
import { actorName } from '@/lib/auth/actor'
import { rememberRefusals } from '@/lib/contacts/refusals'
import { type Db, database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Outcome } from '../bots'
import { actorOf, type Chat, type EffectContext } from '../chat'
import { findChatFollows } from '../chat-queries'
import { labelFollow } from '../label-follow'
import { getPlaceOrNull } from './find-places'

const gone = z.array(z.object({ id: z.number() }))

/**
 * Takes subscriptions of a chat away, whoever's contact it is: the chat itself asked for it. `which` says which of those with alias `subscription`.
 * One line of the audit trail for each. Returns how many there were.
 */
async function dropWhere(db: Db, context: EffectContext, which: Prisma.Sql): Promise<number> {
  const { chat, now, cause } = context
  const { channel, id }: Chat = chat
  const ofChat = Prisma.sql`contact.channel = ${channel}::channel AND contact.value = ${id} AND subscription.role <> 'call_centre' AND (${which})`
  await rememberRefusals(db, ofChat)
  const rows = await db.$queryRaw`
    WITH dropped AS (
      DELETE FROM subscription USING contact
      WHERE contact.id = subscription.contact_id AND ${ofChat}
      RETURNING subscription.id, subscription.contact_id, subscription.account_id, subscription.address_id, contact.person_id
    ), noted AS (
      INSERT INTO audit_entry (at, actor, source, action, subject, before, after)
      SELECT ${now}::timestamptz, ${actorName(actorOf(context, 0)).replace(/0$/, '')} || person_id, ${channel}, 'subscription.drop', 'contact:' || contact_id,
             jsonb_strip_nulls(jsonb_build_object('accountId', account_id, 'addressId', address_id)), jsonb_build_object('cause', ${cause}::text)
      FROM dropped ORDER BY id
    )
    SELECT id FROM dropped`
  return gone.parse(rows).length
}

/** Leaves one thing that the chat follows. */
export async function dropFollow(context: EffectContext, id: number): Promise<Outcome> {
  const db = database()
  const follow = (await findChatFollows(db, context.chat)).find((one) => one.id === id)
  const count = await dropWhere(db, context, Prisma.sql`subscription.id = ${id}`)
  return { is: 'dropped', label: follow && count > 0 ? labelFollow(follow, context.language) : null }
}

/** Leaves an address: the chat hears of it no more, neither through an account there nor without one. */
export async function leavePlace(context: EffectContext, id: number): Promise<Outcome> {
  const which = Prisma.sql`subscription.address_id = ${id} OR subscription.service_point_id IN (SELECT id FROM service_point WHERE address_id = ${id})`
  const count = await dropWhere(database(), context, which)
  const place = count > 0 ? await getPlaceOrNull(id) : null
  return { is: 'left', label: place?.label ?? null, id }
}
