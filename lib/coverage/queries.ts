import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Service } from '@/lib/db/generated/enums'
import type { CoverageCounts, CoverageDay, CoveragePlace, CoverageSquare } from './coverage'
import { CELLS } from './snapshot-queries'

const counts = {
  accounts: z.number(),
  withSms: z.number(),
  withEmail: z.number(),
  withChat: z.number(),
  withAny: z.number(),
}

const SUMS = Prisma.sql`
  sum(accounts)::int AS accounts, sum(with_sms)::int AS "withSms", sum(with_email)::int AS "withEmail", sum(with_chat)::int AS "withChat",
  sum(with_any)::int AS "withAny"`

const ofService = (service: Service | undefined) => (service ? Prisma.sql`AND coverage_day.service = ${service}::service` : Prisma.empty)

/** The last snapshot that is not of a day to come (the demo's clock may go back); null when there is none. */
export async function getLastSnapshotOrNull(db: Db, today: string): Promise<{ day: string; takenAt: Date } | null> {
  const row = await db.coverageSnapshot.findFirst({ where: { day: { lte: new Date(today) } }, orderBy: { day: 'desc' } })
  return row && { day: row.day.toISOString().slice(0, 10), takenAt: row.takenAt }
}

export async function findCountsByService(db: Db, day: string): Promise<Array<CoverageCounts & { service: Service }>> {
  const rows = await db.$queryRaw`
    SELECT service::text AS service, ${SUMS} FROM coverage_day WHERE day = ${day}::date GROUP BY coverage_day.service ORDER BY coverage_day.service`
  return z.array(z.object({ service: z.enum(Service), ...counts })).parse(rows)
}

const placeRow = z.object({ municipalityId: z.number(), municipality: z.string(), district: z.string().nullable(), ...counts })

/** Each municipality, then its quarters, those with the most accounts first; what has no address comes last. */
export async function findPlaces(db: Db, day: string, service: Service | undefined): Promise<CoveragePlace[]> {
  const rows = await db.$queryRaw`
    SELECT coverage_day.municipality_id AS "municipalityId", coalesce(max(municipality.name), '') AS municipality, coverage_day.district, ${SUMS}
    FROM coverage_day LEFT JOIN municipality ON municipality.id = coverage_day.municipality_id
    WHERE day = ${day}::date ${ofService(service)}
    GROUP BY GROUPING SETS ((coverage_day.municipality_id), (coverage_day.municipality_id, coverage_day.district))
    ORDER BY coverage_day.municipality_id = 0, max(municipality.name), GROUPING(coverage_day.district) DESC, coverage_day.district = '', sum(accounts) DESC, coverage_day.district`
  return z.array(placeRow).parse(rows)
}

/** The counts of each day from `since` on. */
export async function findDays(db: Db, since: string, until: string, service: Service | undefined): Promise<CoverageDay[]> {
  const rows = await db.$queryRaw`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, ${SUMS} FROM coverage_day
    WHERE day BETWEEN ${since}::date AND ${until}::date ${ofService(service)}
    GROUP BY coverage_day.day ORDER BY coverage_day.day`
  return z.array(z.object({ day: z.string(), ...counts })).parse(rows)
}

const extentRow = z.array(z.object({ width: z.number().nullable(), height: z.number().nullable() }))
const cellRow = z.object({ x: z.number(), y: z.number(), accounts: z.number(), withAny: z.number() })

/** More squares than these nobody tells apart on a screen. */
const MOST_SQUARES = 2000

/** How many cells wide a square is, so that no more of them cover everything than fit: 1, 2, 4, … */
export function squareSize(width: number, height: number, most: number): number {
  let size = 1
  while (Math.ceil(width / size) * Math.ceil(height / size) > most && size < 1 << 20) size *= 2
  return size
}

/** The squares of the map that have accounts, larger where the served area is. */
export async function findSquares(db: Db, service: Service | undefined): Promise<CoverageSquare[]> {
  const wanted = service ? Prisma.sql`WHERE service = ${service}::service` : Prisma.empty
  const [extent] = extentRow.parse(
    await db.$queryRaw`SELECT max(x) - min(x) + 1 AS width, max(y) - min(y) + 1 AS height FROM coverage_cell ${wanted}`,
  )
  if (!extent?.width || !extent.height) return []
  const size = squareSize(extent.width, extent.height, MOST_SQUARES)
  const rows = await db.$queryRaw`
    SELECT square.x, square.y, sum(accounts)::int AS accounts, sum(with_any)::int AS "withAny"
    FROM coverage_cell
    CROSS JOIN LATERAL (SELECT floor(coverage_cell.x::float / ${size}::int)::int AS x, floor(coverage_cell.y::float / ${size}::int)::int AS y) square
    ${wanted}
    GROUP BY square.x, square.y ORDER BY square.y DESC, square.x`
  const degrees = size / CELLS
  return z
    .array(cellRow)
    .parse(rows)
    .map(({ x, y, ...counted }) => ({ ...counted, box: [x * degrees, y * degrees, (x + 1) * degrees, (y + 1) * degrees] }))
}
