import { type Db, database } from '@/lib/db/client'

/** Whether there is a boundary for each of these ids. */
export async function boundaryIdsExist(ids: readonly number[], db: Db = database()): Promise<boolean> {
  const unique = [...new Set(ids)]
  return (await db.boundary.count({ where: { id: { in: unique } } })) === unique.length
}
