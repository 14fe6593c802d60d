import { z } from 'zod'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import type { Db } from '@/lib/db/client'
import { partsAtAddress } from '../parts-at-address'
import { type EndedWorks, REPORTABLE_HOURS, type SupplyReports } from './supply-report'

const instant = z.date().transform((date) => date.toISOString())

const endedRow = z.object({
  worksId: z.number(),
  reference: z.string(),
  service: z.enum(['water', 'heat', 'power', 'gas']),
  title: z.string(),
  start: instant,
  end: instant,
})
export type EndedRow = z.infer<typeof endedRow> & EndedWorks

/**
 * The works that were to be over at an address less than twelve hours before `now`, each with its last window there. None while works of the same
 * service still run there: then it is known that there is no supply.
 */
export async function findEndedRows(db: Db, addressId: number, now: Date): Promise<EndedRow[]> {
  const rows = await db.$queryRaw`
    WITH hit AS (${partsAtAddress(addressId)}),
    here AS (
      SELECT works.id, works.reference, works.service, works.title, works_window.starts_at, works_window.ends_at
      FROM hit
      JOIN works_part ON works_part.id = hit.part_id
      JOIN works ON works.id = works_part.works_id AND works.version = works_part.version
      JOIN works_window ON works_window.part_id = works_part.id
      WHERE works.published_at IS NOT NULL AND works.state <> 'cancelled'
    )
    SELECT DISTINCT ON (id) id AS "worksId", reference, service::text AS service, title, starts_at AS start, ends_at AS end
    FROM here ended
    WHERE ends_at <= ${now} AND ends_at > ${now}::timestamptz - make_interval(hours => ${REPORTABLE_HOURS}::int)
      AND NOT EXISTS (
        SELECT FROM here running
        WHERE running.service = ended.service AND running.starts_at <= ${now} AND running.ends_at > ${now}
      )
    ORDER BY id, ends_at DESC`
  return z.array(endedRow).parse(rows)
}

function dayOf(now: Date): Date {
  return new Date(now.toISOString().slice(0, 10))
}

/** Throws away the salts of other days: after that nobody can tell whose reports were whose. */
export async function forgetSalts(db: Db, now: Date): Promise<void> {
  await db.supplyReportSalt.deleteMany({ where: { day: { not: dayOf(now) } } })
}

/** The salt of a day (of UTC), made by its first reporter; those of other days are gone then. */
export async function takeSalt(db: Db, now: Date, fresh: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const day = dayOf(now)
  await forgetSalts(db, now)
  await db.supplyReportSalt.createMany({ data: [{ day, salt: fresh }], skipDuplicates: true })
  const { salt } = await db.supplyReportSalt.findUniqueOrThrow({ where: { day }, select: { salt: true } })
  return salt
}

export interface SupplyReportRow {
  worksId: number
  windowStart: Date
  addressId: number
  clientHash: Uint8Array<ArrayBuffer>
  at: Date
}

/** Writes a report, unless the same client has said it before. */
export async function insertSupplyReport(db: Db, row: SupplyReportRow): Promise<void> {
  await db.supplyReport.createMany({ data: [row], skipDuplicates: true })
}

/** More places than that are no list any more; the counts are of all. */
const MOST_PLACES = 100

const reportRows = z
  .array(
    z.object({
      reports: z.number(),
      addresses: z.number(),
      since: instant.nullable(),
      places: z.array(
        z.object({
          id: z.number(),
          street: z.string(),
          number: z.number(),
          suffix: z.string(),
          at: z.tuple([z.number(), z.number()]),
          reports: z.number(),
          since: z.coerce.date().pipe(instant),
          last: z.coerce.date().pipe(instant),
        }),
      ),
    }),
  )
  .length(1)

/** What was said of works, whenever it was: how many, at how many addresses, where. */
export async function countSupplyReports(db: Db, worksId: number): Promise<SupplyReports> {
  const rows = await db.$queryRaw`
    WITH place AS (
      SELECT address_id, count(*)::int AS reports, min(at) AS since, max(at) AS last
      FROM supply_report WHERE works_id = ${worksId}::int GROUP BY address_id
    ), shown AS (
      SELECT * FROM place ORDER BY reports DESC, last DESC, address_id LIMIT ${MOST_PLACES}::int
    )
    SELECT coalesce(sum(reports), 0)::int AS reports, count(*)::int AS addresses, min(since) AS since, coalesce((
      SELECT json_agg(json_build_object(
        'id', address.id,
        'street', street.label, 'number', address.number, 'suffix', address.suffix,
        'at', json_build_array(ST_X(address.geom), ST_Y(address.geom)),
        'reports', shown.reports, 'since', shown.since, 'last', shown.last
      ) ORDER BY shown.reports DESC, shown.last DESC, address.id)
      FROM shown JOIN address ON address.id = shown.address_id JOIN street ON street.id = address.street_id
    ), '[]') AS places
    FROM place`
  const [counted] = reportRows.parse(rows)
  const { places, ...counts } = counted as z.output<typeof reportRows>[number]
  return {
    ...counts,
    places: places.map(({ street, number, suffix, ...place }) => ({
      ...place,
      label: `${street} ${formatHouseNumber({ number, suffix })}`,
    })),
  }
}

/** How many at an address said since an instant that they still have no supply. */
export function countReportsAt(db: Db, addressId: number, since: Date): Promise<number> {
  return db.supplyReport.count({ where: { addressId, at: { gte: since } } })
}
