import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { ContactEnd } from '../queries'

export interface SameEnd {
  id: number
  personId: number
}

const twins = z.array(z.object({ id: z.number(), personId: z.number(), maySignIn: z.boolean() }))
export type Twin = z.infer<typeof twins>[number]

/**
 * Holds everything at one end until the transaction ends, always in the same order: of two who confirm it at once the second one sees what the first one
 * made. To be called before any of these contacts is touched. Returns how many contacts there are.
 */
export async function lockEnd(db: Db, { channel, value }: ContactEnd): Promise<number> {
  const rows = await db.$queryRaw<
    unknown[]
  >`SELECT id FROM contact WHERE channel = ${channel}::channel AND value = ${value} ORDER BY id FOR UPDATE`
  return rows.length
}

/** The same by one of the contacts there. To be called before its proof is taken: whoever takes a contact away holds it first, and its proofs then. */
export async function lockEndOf(db: Db, contactId: number): Promise<void> {
  const end = await db.contact.findUnique({ where: { id: contactId }, select: { channel: true, value: true } })
  if (end) await lockEnd(db, end)
}

/**
 * The other contacts at one end that were confirmed before, the first of them first. Mailboxes of the call centre are the utility's, and nobody's
 * to merge.
 */
export async function findConfirmedTwins(db: Db, { channel, value }: ContactEnd, contactId: number): Promise<Twin[]> {
  const rows = await db.$queryRaw`
    SELECT id, person_id AS "personId", may_sign_in AS "maySignIn" FROM contact
    WHERE channel = ${channel}::channel AND value = ${value} AND id <> ${contactId}::int
      AND (state = 'confirmed' OR state = 'unreachable' AND confirmed_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM subscription WHERE contact_id = contact.id AND role = 'call_centre')
    ORDER BY id`
  return twins.parse(rows)
}
