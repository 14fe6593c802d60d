import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { findOutageRows, OUTAGE_COLUMNS, type OutageRow, outageRow } from '@/lib/works/public-queries'

/** As findOutageRows, for a service point whose address nobody knows. */
async function findRowsOfPoint(db: Db, servicePointId: number, since: Date): Promise<OutageRow[]> {
  const rows = await db.$queryRaw`
    SELECT DISTINCT ${OUTAGE_COLUMNS}
    FROM affected_point
    JOIN works_part ON works_part.id = affected_point.part_id
    JOIN works ON works.id = works_part.works_id AND works.version = works_part.version
    JOIN works_window ON works_window.part_id = works_part.id
    WHERE affected_point.service_point_id = ${servicePointId} AND works.published_at IS NOT NULL AND works_window.ends_at > ${since}
    ORDER BY "startsAt", reference`
  return z.array(outageRow).parse(rows)
}

export interface OutagePlace {
  addressId: number | null
  servicePointId: number | null
}

/** The windows of published works at a place that were not over at `since`. */
export function findRowsSince(db: Db, { addressId, servicePointId }: OutagePlace, since: Date): Promise<OutageRow[]> {
  if (addressId !== null) return findOutageRows(db, addressId, since)
  return servicePointId === null ? Promise.resolve([]) : findRowsOfPoint(db, servicePointId, since)
}

const changeRow = z.object({
  reference: z.string(),
  startsAt: z.date(),
  isExtended: z.boolean(),
  isRestored: z.boolean(),
})

/** Which windows of works were said to take longer, and in which supply was said to be back; by reference and start. */
export async function findWindowChanges(db: Db, references: string[]) {
  const rows = await db.$queryRaw`
    SELECT works.reference, works_window.starts_at AS "startsAt", bool_or(notice.kind = 'extended') AS "isExtended",
           bool_or(notice.kind = 'restored') AS "isRestored"
    FROM works
    JOIN notice ON notice.works_id = works.id AND notice.kind IN ('extended', 'restored')
    JOIN notice_window ON notice_window.notice_id = notice.id
    JOIN works_window ON works_window.id = notice_window.window_id
    WHERE works.reference = ANY (${references}::text[])
    GROUP BY 1, 2`
  return new Map(
    z
      .array(changeRow)
      .parse(rows)
      .map((row) => [`${row.reference} ${row.startsAt.getTime()}`, row]),
  )
}
