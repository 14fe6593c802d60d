import { SYSTEM } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { changeContacts } from './change-contacts'

/** A contact at which nobody can be reached any more; reasons: `number_not_in_use`, `mailbox_gone`, `blocked`. */
export interface DeadContact {
  contactId: number
  reason: string
}

/**
 * Marks contacts as unreachable, and whoever else has the same number, mailbox or chat: they are not tried again until somebody mends them.
 * Who opted out stays so. Returns how many changed.
 */
export async function markUnreachable(db: Db, contacts: DeadContact[], now: Date): Promise<number> {
  if (contacts.length === 0) return 0
  const which = Prisma.sql`
    SELECT twin.id, min(dead.reason) AS reason
    FROM unnest(${contacts.map(({ contactId }) => contactId)}::int[], ${contacts.map(({ reason }) => reason)}::text[]) AS dead (id, reason)
    JOIN contact ON contact.id = dead.id
    JOIN contact twin ON twin.channel = contact.channel AND twin.value = contact.value
    WHERE twin.state IN ('confirmed', 'unconfirmed')
    GROUP BY twin.id`
  return changeContacts(db, SYSTEM, { which, state: 'unreachable', action: 'contact.unreachable', cause: null }, now)
}
