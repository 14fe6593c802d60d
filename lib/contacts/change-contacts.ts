import { type Actor, actorName } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { ContactState } from '@/lib/db/generated/enums'

export interface ContactsChange {
  /** A query for `id` and `reason` (text) of contacts; each of them once. */
  which: Prisma.Sql
  state: ContactState
  action: string
  /** What brought it about, naming no person: said again, it changes nothing. Null where that does not matter. */
  cause: string | null
}

/**
 * Brings contacts to a state, in one statement, with one line of the audit trail for each that was in another. Whoever was confirmed is
 * remembered as such in `confirmed_at`; whoever is confirmed now is as of `now`. Returns how many changed.
 */
export function changeContacts(db: Db, actor: Actor, { which, state, action, cause }: ContactsChange, now: Date): Promise<number> {
  return db.$executeRaw`
    WITH wanted AS (${which}), known AS (
      SELECT contact.id, contact.state, wanted.reason
      FROM contact JOIN wanted ON wanted.id = contact.id
      WHERE NOT EXISTS (
        SELECT FROM audit_entry WHERE audit_entry.subject = 'contact:' || contact.id AND audit_entry.after ->> 'cause' = ${cause}::text
      )
      ORDER BY contact.id
      FOR UPDATE OF contact
    ), changed AS (
      UPDATE contact SET
        state = ${state}::contact_state,
        unreachable_reason = known.reason,
        confirmed_at = CASE
          WHEN ${state}::text = 'confirmed' THEN ${now}::timestamptz
          WHEN known.state = 'confirmed' THEN coalesce(contact.confirmed_at, contact.created_at)
          ELSE contact.confirmed_at END
      FROM known
      WHERE contact.id = known.id AND known.state <> ${state}::contact_state
      RETURNING contact.id, known.state, known.reason
    )
    INSERT INTO audit_entry (at, actor, source, action, subject, before, after)
    SELECT ${now}::timestamptz, ${actorName(actor)}::text, ${actor.source}::text, ${action}::text, 'contact:' || changed.id,
           jsonb_build_object('state', changed.state),
           jsonb_strip_nulls(jsonb_build_object('state', ${state}::text, 'reason', changed.reason, 'cause', ${cause}::text))
    FROM changed ORDER BY changed.id`
}
