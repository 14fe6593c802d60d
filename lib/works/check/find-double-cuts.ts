import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import type { SegmentRange, TraceRequest } from '@/lib/network/network'
import { countServicePoints } from '@/lib/network/queries'
import { traceNetwork } from '@/lib/network/trace-network'
import type { WorksWindow } from '../works'
import type { DoubleCut } from './works-check'

const rows = z.array(
  z.object({
    reference: z.string(),
    title: z.string(),
    links: z.array(z.string()),
    stuck: z.array(z.string()),
    feeding: z.array(z.string()),
    startsAt: z.date(),
    endsAt: z.date(),
  }),
)

/** Published works that isolate links of the same network in one of these windows. */
async function findOthers(db: Db, worksId: number, service: Service, windows: WorksWindow[]) {
  const found = await db.$queryRaw`
    SELECT DISTINCT ON (works.id, part.id) works.reference, works.title, part.selection->'said'->'links' AS links,
           part.selection->'said'->'stuck' AS stuck, part.selection->'said'->'feeding' AS feeding,
           greatest(works_window.starts_at, ours.starts_at) AS "startsAt", least(works_window.ends_at, ours.ends_at) AS "endsAt"
    FROM works
    JOIN works_part part ON part.works_id = works.id AND part.version = works.version
    JOIN works_window ON works_window.part_id = part.id
    JOIN unnest(${windows.map(({ start }) => start)}::timestamptz[], ${windows.map(({ end }) => end)}::timestamptz[]) AS ours (starts_at, ends_at)
      ON works_window.starts_at < ours.ends_at AND works_window.ends_at > ours.starts_at
    WHERE works.service = ${service}::service AND works.state IN ('published', 'running') AND works.id <> ${worksId}
      AND jsonb_array_length(part.selection->'said'->'links') > 0
    ORDER BY works.id, part.id, "startsAt"`
  return rows.parse(found)
}

/** Ranges in order, without overlaps. */
function join(ranges: SegmentRange[]): SegmentRange[] {
  const joined: SegmentRange[] = []
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

async function countTogether(db: Db, service: Service, own: TraceRequest, other: TraceRequest): Promise<number> {
  const [alone, beside, both] = [
    await traceNetwork(db, service, own),
    await traceNetwork(db, service, other),
    await traceNetwork(db, service, {
      links: [...own.links, ...other.links],
      stuck: [...(own.stuck ?? []), ...(other.stuck ?? [])],
      // What either needs in order to be fed counts only while nobody isolates it.
      feeding: [...(own.feeding ?? []), ...(other.feeding ?? [])],
    }),
  ]
  const [each = { servicePoints: 0 }] = await countServicePoints(db, service, [join([...alone.ranges, ...beside.ranges])])
  return both.servicePoints - each.servicePoints
}

/** As many as are traced together with: each costs a search of the network. */
const MOST = 20

/**
 * Works at the same time whose isolated links, together with these, leave points without supply that each alone leaves fed from the other side. Only
 * works that isolate links can be looked at: an area that was drawn says nothing of the network.
 */
export async function findDoubleCuts(
  db: Db,
  works: { id: number; service: Service },
  own: TraceRequest,
  windows: WorksWindow[],
): Promise<DoubleCut[]> {
  if (own.links.length === 0) return []
  const cuts: DoubleCut[] = []
  for (const { reference, title, startsAt, endsAt, ...other } of (await findOthers(db, works.id, works.service, windows)).slice(0, MOST)) {
    const servicePoints = await countTogether(db, works.service, own, other).catch((error: unknown) => {
      // The other's links may be gone from the network since, or its devices contradict ours: then nothing can be said.
      if (error instanceof AppError) return 0
      throw error
    })
    const overlap = { start: startsAt.toISOString(), end: endsAt.toISOString() }
    if (servicePoints > 0) cuts.push({ reference, title, servicePoints, overlap })
  }
  return cuts
}
