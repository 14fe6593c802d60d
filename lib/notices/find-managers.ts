import type { Db } from '@/lib/db/client'

/** Which of these contacts look after buildings. */
export async function findManagers(db: Db, contactIds: number[]): Promise<Set<number>> {
  if (contactIds.length === 0) return new Set()
  const rows = await db.$queryRaw<Array<{ id: number }>>`
    SELECT wanted.id FROM unnest(${contactIds}::int[]) AS wanted (id)
    WHERE EXISTS (SELECT FROM subscription WHERE subscription.contact_id = wanted.id AND subscription.role = 'building_manager')`
  return new Set(rows.map(({ id }) => id))
}
