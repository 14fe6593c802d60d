import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { partsAtAddress } from './parts-at-address'
import { storedSupplyPlace, supplyPlacesOf } from './supply-places'
import { workTypeWording } from './work-types/work-type'

const instant = z.date().transform((date) => date.toISOString())
const service = z.enum(['water', 'heat', 'power', 'gas'])

/** One window of published works. */
export const outageRow = z.object({
  reference: z.string(),
  service,
  title: z.string(),
  reason: z.string(),
  advice: z.string(),
  isCancelled: z.boolean(),
  startsAt: z.date(),
  endsAt: z.date(),
})
export type OutageRow = z.infer<typeof outageRow>

/** The columns of an OutageRow, and what they are read from: works, works_part and works_window. */
export const OUTAGE_COLUMNS = Prisma.sql`works.reference, works.service::text AS service, works.title, works.reason, works.advice,
  works.state = 'cancelled' AS "isCancelled", works_window.starts_at AS "startsAt", works_window.ends_at AS "endsAt"`

/** The windows of published works that are not over at `now` and touch an address (see partsAtAddress). */
export async function findOutageRows(db: Db, addressId: number, now: Date): Promise<OutageRow[]> {
  const rows = await db.$queryRaw`
    WITH hit AS (${partsAtAddress(addressId)})
    SELECT DISTINCT ${OUTAGE_COLUMNS}
    FROM hit
    JOIN works_part ON works_part.id = hit.part_id
    JOIN works ON works.id = works_part.works_id AND works.version = works_part.version
    JOIN works_window ON works_window.part_id = works_part.id
    WHERE works.published_at IS NOT NULL AND works_window.ends_at > ${now}
    ORDER BY "startsAt", reference`
  return z.array(outageRow).parse(rows)
}

const served = z.array(z.object({ isServed: z.boolean() }))

/** Whether an address lies where we know what happens; null when there is no such address. */
export async function isServedOrNull(db: Db, addressId: number): Promise<boolean | null> {
  const rows = await db.$queryRaw`
    SELECT coalesce((SELECT ST_Intersects(utility.served_area, address.geom) FROM utility), true) AS "isServed"
    FROM address WHERE id = ${addressId}`
  return served.parse(rows)[0]?.isServed ?? null
}

const publicRow = z.object({
  reference: z.string(),
  service,
  title: z.string(),
  reason: z.string(),
  advice: z.string(),
  state: z.enum(['published', 'running', 'ended', 'cancelled']),
  cancelReason: z.string().nullable(),
  windows: z.array(z.object({ start: z.coerce.date().pipe(instant), end: z.coerce.date().pipe(instant) })),
  streets: z.array(z.string()),
  area: z.string().nullable(),
  workType: workTypeWording.nullable(),
  contact: z.string(),
  supplyPlaces: z.array(storedSupplyPlace),
})
export type PublicWorksRow = z.infer<typeof publicRow>

/** What anyone may read of published works: all that are not over at an instant, or those with these references whenever they were. */
export async function findPublicRows(db: Db, wanted: { references: string[] } | { notOverAt: Date }): Promise<PublicWorksRow[]> {
  const references = 'references' in wanted ? wanted.references : null
  const notOverAt = 'notOverAt' in wanted ? wanted.notOverAt : null
  const rows = await db.$queryRaw`
    SELECT works.reference, works.service::text AS service, works.title, works.reason, works.advice, works.state::text AS state,
           works.cancel_reason AS "cancelReason", span.windows, coalesce(place.streets, '{}') AS streets, ST_AsGeoJSON(shape.area, 6) AS area, work_type.wording AS "workType", works.contact,
           supply.places AS "supplyPlaces"
    FROM works
    LEFT JOIN work_type ON work_type.code = works.work_type
    CROSS JOIN LATERAL (${supplyPlacesOf(Prisma.sql`works.id`)}) supply
    CROSS JOIN LATERAL (
      SELECT json_agg(DISTINCT jsonb_build_object('start', starts_at, 'end', ends_at)) AS windows, min(starts_at) AS starts_at, max(ends_at) AS ends_at
      FROM works_part JOIN works_window ON works_window.part_id = works_part.id
      WHERE works_part.works_id = works.id AND works_part.version = works.version
    ) span
    CROSS JOIN LATERAL (
      SELECT ST_Multi(ST_CollectionExtract(ST_UnaryUnion(ST_Collect(outline)), 3)) AS area
      FROM works_part WHERE works_part.works_id = works.id AND works_part.version = works.version
    ) shape
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT street.label ORDER BY street.label) AS streets
      FROM works_part
      JOIN affected_point ON affected_point.part_id = works_part.id
      JOIN service_point ON service_point.id = affected_point.service_point_id
      JOIN address ON address.id = service_point.address_id
      JOIN street ON street.id = address.street_id
      WHERE works_part.works_id = works.id AND works_part.version = works.version
    ) place
    WHERE works.published_at IS NOT NULL
      AND (${references}::text[] IS NULL OR works.reference = ANY (${references}::text[]))
      AND (${notOverAt}::timestamptz IS NULL OR (span.ends_at > ${notOverAt} AND works.state <> 'cancelled'))
    ORDER BY span.starts_at, works.reference`
  return z.array(publicRow).parse(rows)
}
