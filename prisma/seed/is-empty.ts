import { database } from '@/lib/db/client'

/** Whether nobody has set up this database yet: no utility, no staff, no places. */
export async function isEmpty(): Promise<boolean> {
  const db = database()
  const counts = await Promise.all([db.utility.count(), db.staffUser.count(), db.municipality.count()])
  return counts.every((count) => count === 0)
}
