import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Service } from '@/lib/db/generated/enums'
import { partsAtAddress } from '../parts-at-address'
import type { ChangeKind } from './public-change'

/** The entries of the audit trail that the public was told of. */
const TOLD = ['works.publish', 'works.reschedule', 'works.extend', 'works.restore', 'works.cancel'] as const

const KINDS: Record<(typeof TOLD)[number], ChangeKind> = {
  'works.publish': 'announced',
  'works.reschedule': 'moved',
  'works.extend': 'extended',
  'works.restore': 'restored',
  'works.cancel': 'cancelled',
}

const instant = z.coerce.date().transform((date) => date.toISOString())

const changeRow = z.object({
  reference: z.string(),
  service: z.enum(Service),
  kind: z.enum(TOLD).transform((action) => KINDS[action]),
  at: instant,
  version: z.number(),
  windows: z.array(z.object({ start: instant, end: instant })),
})
export type ChangeRow = z.infer<typeof changeRow>

/** What was told of these parts (`works_id`, `position`), oldest first. A position names the same part in every version of works. */
async function findRowsOf(db: Db, parts: Prisma.Sql): Promise<ChangeRow[]> {
  const rows = await db.$queryRaw`
    WITH asked AS (${parts}), told AS (
      SELECT works.id, works.reference, works.service, audit_entry.id AS entry_id, audit_entry.action, audit_entry.at,
             coalesce((audit_entry.after ->> 'version')::int, works.version) AS version
      FROM works
      JOIN audit_entry ON audit_entry.subject = 'works:' || works.reference
      WHERE works.id IN (SELECT works_id FROM asked) AND works.published_at IS NOT NULL
        AND audit_entry.action = ANY (${[...TOLD]}::text[]) AND audit_entry.at >= works.published_at
    )
    SELECT told.reference, told.service::text AS service, told.action AS kind, told.at, told.version, coalesce(span.windows, '[]') AS windows
    FROM told
    CROSS JOIN LATERAL (
      SELECT json_agg(DISTINCT jsonb_build_object('start', works_window.starts_at, 'end', works_window.ends_at)) AS windows
      FROM asked
      JOIN works_part ON works_part.works_id = asked.works_id AND works_part.position = asked.position AND works_part.version = told.version
      JOIN works_window ON works_window.part_id = works_part.id
      WHERE asked.works_id = told.id
    ) span
    ORDER BY told.entry_id`
  return z.array(changeRow).parse(rows)
}

/** Of one works, whole. */
export function findChangeRowsOfWorks(db: Db, reference: string): Promise<ChangeRow[]> {
  return findRowsOf(
    db,
    Prisma.sql`
      SELECT DISTINCT works.id AS works_id, works_part.position
      FROM works JOIN works_part ON works_part.works_id = works.id
      WHERE works.reference = ${reference}`,
  )
}

/** Of all works that touch an address and were not over at `since`. */
export function findChangeRowsAt(db: Db, addressId: number, since: Date): Promise<ChangeRow[]> {
  return findRowsOf(
    db,
    Prisma.sql`
      SELECT DISTINCT works_part.works_id, works_part.position
      FROM (${partsAtAddress(addressId)}) hit
      JOIN works_part ON works_part.id = hit.part_id
      JOIN works ON works.id = works_part.works_id AND works.version = works_part.version
      WHERE works.published_at IS NOT NULL
        AND EXISTS (SELECT FROM works_window WHERE works_window.part_id = works_part.id AND works_window.ends_at > ${since})`,
  )
}
