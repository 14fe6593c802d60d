import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Service } from '@/lib/db/generated/enums'
import type { SegmentRange } from './network'

export interface Served {
  /** Whose segments these were. */
  revision: number
  /** For each group of ranges: how many service points hang on their segments, and how many dwellings are behind these. */
  counts: Array<{ servicePoints: number; units: number }>
  /** Codes of the links in `isolated` and `cut`, sorted. */
  isolatedLinks: string[]
  cutLinks: string[]
}

const row = z.tuple([
  z.object({
    revision: z.number(),
    counts: z.array(z.object({ servicePoints: z.number(), units: z.number() })),
    isolatedLinks: z.array(z.string()),
    cutLinks: z.array(z.string()),
  }),
])

function linksIn(service: Service, ranges: readonly SegmentRange[]): Prisma.Sql {
  return Prisma.sql`ARRAY(
    SELECT link.code
    FROM unnest(${ranges.map(([from]) => from)}::int[], ${ranges.map(([, to]) => to)}::int[]) AS range (first, last)
    JOIN network_link link ON link.service = ${service}::service AND link.segment BETWEEN range.first AND range.last
    ORDER BY link.code COLLATE "C")`
}

/** What segments hold: links, service points and dwellings, in one statement and so at one moment. */
export async function findServed(
  db: Db,
  service: Service,
  {
    isolated,
    cut,
    groups,
  }: { isolated: readonly SegmentRange[]; cut: readonly SegmentRange[]; groups: ReadonlyArray<readonly SegmentRange[]> },
): Promise<Served> {
  const ranges = groups.flatMap((group, position) => group.map(([from, to]) => ({ position, from, to })))
  const rows = await db.$queryRaw`
    SELECT coalesce((SELECT revision FROM network WHERE service = ${service}::service), 0) AS revision,
      ${linksIn(service, isolated)} AS "isolatedLinks", ${linksIn(service, cut)} AS "cutLinks",
      (
        SELECT coalesce(json_agg(json_build_object('servicePoints', points, 'units', units) ORDER BY position), '[]')
        FROM (
          SELECT position, coalesce(sum(hit.points), 0)::int AS points, coalesce(sum(hit.units), 0)::int AS units
          FROM generate_series(0, ${groups.length}::int - 1) AS position
          LEFT JOIN unnest(${ranges.map(({ position }) => position)}::int[], ${ranges.map(({ from }) => from)}::int[], ${ranges.map(({ to }) => to)}::int[])
            AS range (position, first, last) USING (position)
          LEFT JOIN LATERAL (
            SELECT count(*) AS points, sum(point.units) AS units FROM service_point point
            WHERE point.service = ${service}::service AND point.segment BETWEEN range.first AND range.last
          ) hit ON true
          GROUP BY position
        ) counted
      ) AS counts`
  return row.parse(rows)[0]
}
