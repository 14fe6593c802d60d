import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'
import { type ChangeMark, changeOf, type PublicChanges } from './public-changes'

/** After more lines at once (a night of imports, a process that slept) it is quicker to take everything for changed. */
const MOST_ENTRIES = 500

const rows = z
  .array(
    z.object({
      entryId: z.bigint(),
      clockOffset: z.bigint(),
      entries: z.array(z.object({ action: z.string(), subject: z.string() })),
    }),
  )
  .length(1)

async function readSince(db: Db, entryId: bigint) {
  const found = await db.$queryRaw`
    SELECT coalesce(max(head.entry_id), 0)::bigint AS "entryId",
           coalesce((SELECT offset_ms FROM installation_clock WHERE id = 1), 0)::bigint AS "clockOffset",
           coalesce((
             SELECT jsonb_agg(jsonb_build_object('action', entry.action, 'subject', entry.subject))
             FROM (SELECT action, subject FROM audit_entry WHERE id > ${entryId}::bigint ORDER BY id LIMIT ${MOST_ENTRIES + 1}::int) entry
           ), '[]') AS entries
    FROM audit_head head`
  const [row] = rows.parse(found)
  return row as z.infer<typeof rows>[number]
}

/**
 * What the public may read otherwise since `since`, read from the audit trail: its ids have one order and no gap, and each line is written in the
 * transaction of what it tells of, so nothing that is committed is missed. Without a mark it says where one stands now, and that anything may
 * have changed. One indexed query.
 */
export async function findPublicChanges(since: ChangeMark | null): Promise<PublicChanges> {
  const db = database()
  if (!since) {
    const { entryId, clockOffset } = await readSince(db, 2n ** 62n)
    return { mark: { entryId, clockOffset }, changed: 'all' }
  }
  const { entryId, clockOffset, entries } = await readSince(db, since.entryId)
  const mark = { entryId, clockOffset }
  const changes = entries.map(({ action, subject }) => changeOf(action, subject))
  const isUnclear = clockOffset !== since.clockOffset || entryId < since.entryId || entries.length > MOST_ENTRIES || changes.includes('all')
  if (isUnclear) return { mark, changed: 'all' }
  return { mark, changed: [...new Set(changes.filter((change) => change !== null))] }
}
