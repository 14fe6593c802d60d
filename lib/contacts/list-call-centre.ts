import { type Db, database } from '@/lib/db/client'

/** The mailboxes that get an e-mail with every wave, in order. For whoever may edit the settings: the caller asks. */
export async function listCallCentre(db: Db = database()): Promise<string[]> {
  const contacts = await db.contact.findMany({
    where: { channel: 'email', subscriptions: { some: { role: 'call_centre' } } },
    select: { value: true },
    orderBy: { value: 'asc' },
  })
  return [...new Set(contacts.map(({ value }) => value))]
}
