import { database } from '@/lib/db/client'
import { countUnknown, findDifferingNotices } from './delivery-queries'

/** How far back doubts are looked for, in milliseconds: what is older was seen when it was new. */
const LOOK_BACK = 30 * 86_400_000

/** What in the ledger a person should look at. */
export interface Doubts {
  /** Notices whose messages do not come to the people they were for: that must not be. Instants are ISO. */
  differing: Array<{ reference: string; kind: string; dueAt: string }>
  /** Messages that a provider may or may not have delivered. */
  unknown: number
  /** Contacts that have to be mended before anybody is reached there. */
  unreachable: number
}

/** What is doubtful in the ledger of the last 30 days, and who cannot be reached. */
export async function findDoubts(now: Date): Promise<Doubts> {
  const db = database()
  const since = new Date(now.getTime() - LOOK_BACK)
  const differing = await findDifferingNotices(db, since)
  return {
    differing: differing.map(({ dueAt, ...notice }) => ({ ...notice, dueAt: dueAt.toISOString() })),
    unknown: await countUnknown(db, since),
    unreachable: await db.contact.count({ where: { state: 'unreachable' } }),
  }
}
