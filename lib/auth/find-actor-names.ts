import type { Db } from '@/lib/db/client'

const STAFF = 'staff:'

/** The names of those members of staff whom the audit trail calls "staff:12", by what it calls them. Other actors are left out. */
export async function findActorNames(db: Db, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = actors.filter((actor) => actor.startsWith(STAFF)).map((actor) => Number(actor.slice(STAFF.length)))
  const staff = await db.staffUser.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(staff.map(({ id, name }) => [`${STAFF}${id}`, name]))
}
