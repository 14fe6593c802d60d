import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { municipalityKey } from './place-key'

/**
 * The municipalities as a relation `(id, key)` for a FROM clause, with the keys that imports compare by. A key folds accents and case, which SQL
 * does not do alike on both databases; there are at most a few thousand municipalities.
 */
export async function municipalityKeys(db: Db): Promise<Prisma.Sql> {
  const rows = await db.municipality.findMany({ select: { id: true, country: true, name: true } })
  const ids = rows.map((row) => row.id)
  const keys = rows.map((row) => municipalityKey(row.country, row.name))
  return Prisma.sql`unnest(${ids}::int[], ${keys}::text[]) AS municipality_key (id, key)`
}
