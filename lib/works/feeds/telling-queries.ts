import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { ChangeKind } from '../history/public-change'
import { partsAtAddress } from '../parts-at-address'
import type { WorksTellings } from './telling'

const KINDS = {
  'works.publish': 'announced',
  'works.reschedule': 'moved',
  'works.extend': 'extended',
  'works.restore': 'restored',
  'works.cancel': 'cancelled',
} as const satisfies Record<string, ChangeKind>
const ACTIONS = Object.keys(KINDS)

const row = z.object({
  reference: z.string(),
  kind: z.enum(Object.keys(KINDS) as [keyof typeof KINDS]).transform((action) => KINDS[action]),
  at: z.date(),
  version: z.number(),
  windows: z.array(z.object({ part: z.number(), place: z.number(), start: z.coerce.date(), end: z.coerce.date() })),
})
type Row = z.infer<typeof row>

/** Rows in order, as one list for each works. What was done to them as drafts comes before their publication, and is nobody's business. */
function byWorks(rows: Row[]): WorksTellings[] {
  const works = new Map<string, WorksTellings>()
  for (const { reference, ...telling } of rows) {
    const known = works.get(reference)
    if (telling.kind === 'announced') works.set(reference, { reference, tellings: [telling] })
    else known?.tellings.push(telling)
  }
  return [...works.values()]
}

/** What was told of the works that these parts (`part_id`) belong to, with the windows of these parts alone. */
async function findTellings(db: Db, parts: Prisma.Sql, isWanted: Prisma.Sql): Promise<WorksTellings[]> {
  const rows = await db.$queryRaw`
    WITH hit AS (${parts}), span AS MATERIALIZED (
      SELECT works_part.works_id, works_part.version, works_part.position, works_window.starts_at, works_window.ends_at,
             row_number() OVER (PARTITION BY works_part.id ORDER BY works_window.starts_at) AS place
      FROM hit
      JOIN works_part ON works_part.id = hit.part_id
      JOIN works_window ON works_window.part_id = works_part.id
    ), told AS (
      SELECT works.id, works.reference, entry.id AS entry_id, entry.action, entry.at, coalesce((entry.after ->> 'version')::int, works.version) AS version
      FROM works
      JOIN audit_entry entry ON entry.subject = 'works:' || works.reference AND entry.action = ANY (${ACTIONS}::text[])
      WHERE works.published_at IS NOT NULL AND works.id IN (SELECT works_id FROM span) AND ${isWanted}
    )
    SELECT told.reference, told.action AS kind, told.at, told.version, coalesce(list.windows, '[]') AS windows
    FROM told
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('part', span.position, 'place', span.place, 'start', span.starts_at, 'end', span.ends_at)
                      ORDER BY span.position, span.place) AS windows
      FROM span WHERE span.works_id = told.id AND span.version = told.version
    ) list
    ORDER BY told.id, told.entry_id`
  return byWorks(z.array(row).parse(rows))
}

/** What was told of works that touch an address and were not over, nor cancelled, at `since`; with the windows that touch it alone. */
export function findTellingsAt(db: Db, addressId: number, since: Date): Promise<WorksTellings[]> {
  const isRecent = Prisma.sql`(
    works.cancelled_at > ${since} OR EXISTS (
      SELECT
      FROM works_part JOIN works_window ON works_window.part_id = works_part.id
      WHERE works_part.works_id = works.id AND works_part.version = works.version AND works_window.ends_at > ${since}
    ))`
  return findTellings(db, partsAtAddress(addressId), isRecent)
}

/** What was told of works, by their references. */
export function findTellingsOf(db: Db, references: string[]): Promise<WorksTellings[]> {
  const parts = Prisma.sql`
    SELECT works_part.id AS part_id
    FROM works JOIN works_part ON works_part.works_id = works.id
    WHERE works.reference = ANY (${references}::text[])`
  return findTellings(db, parts, Prisma.sql`true`)
}
