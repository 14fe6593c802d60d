import type { Db } from '@/lib/db/client'
import { type Actor, actorName } from './actor'

export interface AuditedAction {
  action: string
  /** What it was done to, as `works:W-2026-0001`. */
  subject: string
  before?: object
  after?: object
}

/** Adds one line to the append-only audit trail, in the caller's transaction. No personal data in `before` and `after`. */
export async function recordAudit(db: Db, actor: Actor, audited: AuditedAction, now: Date): Promise<void> {
  const { action, subject, before, after } = audited
  await db.auditEntry.create({
    data: { at: now, actor: actorName(actor), source: actor.source, action, subject, ...(before && { before }), ...(after && { after }) },
  })
}
