import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'

/** Whether the audit trail is whole. */
export interface AuditVerdict {
  ok: boolean
  entries: number
  /** The first line that does not follow from the one before it; where lines at the end are missing, the last that was written. */
  brokenAt: string | null
  /** The hash that the chain ends in, in hexadecimal: written down elsewhere, it proves everything before it. Null when there is none. */
  head: string | null
}

const verdict = z
  .array(
    z.object({
      entries: z.coerce.number(),
      brokenLine: z.bigint().nullable(),
      lastId: z.bigint(),
      headId: z.bigint().nullable(),
      head: z.string().nullable(),
      isHeadRight: z.boolean(),
    }),
  )
  .length(1)

/**
 * Reads the whole audit trail and checks that each line's hash covers the one before it, that no number is left out, and that it ends where
 * the head says: a line that was changed, dropped or slipped in, also by someone who may switch triggers off, is found.
 */
export async function verifyAuditChain(db: Db = database()): Promise<AuditVerdict> {
  const rows = await db.$queryRaw`
    WITH line AS (
      SELECT entry.id, entry.hash,
             lag(entry.id, 1, 0::bigint) OVER trail AS previous_id,
             audit_hash(lag(entry.hash, 1, ''::bytea) OVER trail, entry) AS expected
      FROM audit_entry entry
      WINDOW trail AS (ORDER BY entry.id)
    ), summary AS (
      SELECT count(*) AS entries, coalesce(max(id), 0) AS last_id,
             min(id) FILTER (WHERE hash IS DISTINCT FROM expected OR id <> previous_id + 1) AS broken_line
      FROM line
    )
    SELECT summary.entries, summary.broken_line AS "brokenLine", summary.last_id AS "lastId",
           head.entry_id AS "headId", encode(head.hash, 'hex') AS head,
           coalesce(head.entry_id = summary.last_id
             AND head.hash = coalesce((SELECT hash FROM audit_entry WHERE id = summary.last_id), ''::bytea), false) AS "isHeadRight"
    FROM summary LEFT JOIN audit_head head ON head.id = 1`
  const [row] = verdict.parse(rows)
  if (!row) throw new Error('The audit trail gave no answer.')
  const { entries, brokenLine, lastId, headId, head, isHeadRight } = row
  const end = headId !== null && headId > lastId ? headId : lastId
  const broken = brokenLine ?? (isHeadRight ? null : end)
  return { ok: broken === null, entries, brokenAt: broken === null ? null : String(broken), head }
}
