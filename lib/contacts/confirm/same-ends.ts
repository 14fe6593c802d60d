import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { ContactEnd } from '../queries'

const sameEnds = z.array(z.object({ id: z.number(), personId: z.number() }))
export type SameEnd = z.infer<typeof sameEnds>[number]

/**
 * The contacts of other rows at one end that were confirmed before, the first of them first; everything at this end is locked, so that two who confirm
 * it at once come one after the other. Mailboxes of the call centre are the utility's, and nobody's to merge.
 */
export async function findConfirmedTwins(db: Db, { channel, value }: ContactEnd, contactId: number): Promise<SameEnd[]> {
  await db.$queryRaw`SELECT id FROM contact WHERE channel = ${channel}::channel AND value = ${value} ORDER BY id FOR UPDATE`
  const rows = await db.$queryRaw`
    SELECT id, person_id AS "personId" FROM contact
    WHERE channel = ${channel}::channel AND value = ${value} AND id <> ${contactId}::int
      AND (state = 'confirmed' OR state = 'unreachable' AND confirmed_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM subscription WHERE contact_id = contact.id AND role = 'call_centre')
    ORDER BY id`
  return sameEnds.parse(rows)
}
