import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import type { SegmentRange } from './network'

/** The revision of a service's network; null where none was imported. */
export async function getRevisionOrNull(db: Db, service: Service): Promise<number | null> {
  const network = await db.network.findUnique({ where: { service }, select: { revision: true } })
  return network?.revision ?? null
}

/** The revision of a service's network. Throws `conflict` where none was imported. */
export async function getRevision(db: Db, service: Service): Promise<number> {
  const revision = await getRevisionOrNull(db, service)
  if (revision === null) throw new AppError('conflict', { reason: 'network_not_imported', field: 'service', params: { service } })
  return revision
}

const counted = z.array(z.object({ points: z.number(), units: z.number() }))

export interface ServedCount {
  servicePoints: number
  units: number
}

/** For each group of ranges: how many service points hang on their segments, and how many dwellings are behind these. */
export async function countServicePoints(db: Db, service: Service, groups: ReadonlyArray<readonly SegmentRange[]>): Promise<ServedCount[]> {
  const ranges = groups.flatMap((group, position) => group.map(([from, to]) => ({ position, from, to })))
  const rows = await db.$queryRaw`
    SELECT coalesce(sum(hit.points), 0)::int AS points, coalesce(sum(hit.units), 0)::int AS units
    FROM generate_series(0, ${groups.length}::int - 1) AS position
    LEFT JOIN unnest(${ranges.map(({ position }) => position)}::int[], ${ranges.map(({ from }) => from)}::int[], ${ranges.map(({ to }) => to)}::int[])
      AS range (position, first, last) USING (position)
    LEFT JOIN LATERAL (
      SELECT count(*) AS points, sum(point.units) AS units FROM service_point point
      WHERE point.service = ${service}::service AND point.segment BETWEEN range.first AND range.last
    ) hit ON true
    GROUP BY position ORDER BY position`
  return counted.parse(rows).map(({ points, units }) => ({ servicePoints: points, units }))
}

const codes = z.array(z.object({ code: z.string() }))

/** Codes of the links in segments of these ranges, sorted. */
export async function findLinksIn(db: Db, service: Service, ranges: readonly SegmentRange[]): Promise<string[]> {
  if (ranges.length === 0) return []
  const rows = await db.$queryRaw`
    SELECT link.code
    FROM unnest(${ranges.map(([from]) => from)}::int[], ${ranges.map(([, to]) => to)}::int[]) AS range (first, last)
    JOIN network_link link ON link.service = ${service}::service AND link.segment BETWEEN range.first AND range.last
    ORDER BY link.code COLLATE "C"`
  return codes.parse(rows).map(({ code }) => code)
}
