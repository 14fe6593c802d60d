import { type Actor, actorName } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'

const PLANNING = ['works.create', 'works.edit', 'works.reschedule', 'works.submit']

/** Whether somebody planned, changed, moved or submitted works at any time: then they are not the second person. */
export async function isOwnWork(db: Db, actor: Actor, reference: string): Promise<boolean> {
  const where = { subject: `works:${reference}`, actor: actorName(actor), action: { in: PLANNING } }
  return (await db.auditEntry.findFirst({ where, select: { id: true } })) !== null
}
