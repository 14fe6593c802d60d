import { z } from 'zod'
import { audienceOf, type Telling } from '@/lib/contacts/audience'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel } from '@/lib/db/generated/enums'
import { affectedPointsOf } from '@/lib/works/affected-queries'

/** The works as their points lie: frozen, or for a draft as its areas are now. */
export interface RehearsedWorks {
  id: number
  version: number
  isFrozen: boolean
}

const groups = z.array(z.object({ channel: z.enum(Channel), language: z.string(), people: z.coerce.number(), sample: z.array(z.number()) }))
export type AudienceGroup = z.infer<typeof groups>[number]

/** Whom parts of works hit who want to hear of it, by channel and language, with the first `sample` contacts of each group. Counts each once. */
export async function findAudienceGroups(
  db: Db,
  works: RehearsedWorks,
  { partIds, telling }: { partIds: number[]; telling: Telling },
  sample: number,
): Promise<AudienceGroup[]> {
  const affected = await affectedPointsOf(db, works.id, works.version, works.isFrozen)
  const rows = await db.$queryRaw`
    WITH hit AS MATERIALIZED (
      SELECT DISTINCT service_point_id AS id
      FROM ${affected} point
      WHERE part_id = ANY (${partIds}::int[])
    ), told AS (
      ${audienceOf(Prisma.sql`hit`, telling)}
    ), numbered AS (
      SELECT *, row_number() OVER (PARTITION BY channel, language ORDER BY id) AS place FROM told
    )
    SELECT channel::text AS channel, language, count(*) AS people, array_agg(id ORDER BY id) FILTER (WHERE place <= ${sample}) AS sample
    FROM numbered GROUP BY numbered.channel, language ORDER BY numbered.channel, language`
  return groups.parse(rows)
}

const points = z.array(z.object({ partId: z.number(), servicePointId: z.number() }))

/**
 * The affected points of a few contacts as a relation (part_id, service_point_id). For a draft looked up from the contacts on, so that the
 * texts of a sample never ask for all of its points again.
 */
export async function pointsOfContacts(db: Db, works: RehearsedWorks, contactIds: number[]): Promise<Prisma.Sql> {
  if (works.isFrozen) return Prisma.sql`affected_point`
  const own = Prisma.sql`
    SELECT * FROM service_point WHERE id IN (
      SELECT service_point_id FROM subscription WHERE contact_id = ANY (${contactIds}::int[]) AND service_point_id IS NOT NULL
      UNION
      SELECT listed.id
      FROM subscription JOIN service_point listed ON listed.address_id = subscription.address_id
      WHERE contact_id = ANY (${contactIds}::int[])
    )`
  const affected = await affectedPointsOf(db, works.id, works.version, false, own)
  const rows = await db.$queryRaw`SELECT part_id AS "partId", service_point_id AS "servicePointId" FROM ${affected} point`
  const found = points.parse(rows)
  return Prisma.sql`(
    SELECT * FROM unnest(${found.map(({ partId }) => partId)}::int[], ${found.map(({ servicePointId }) => servicePointId)}::int[])
      AS own (part_id, service_point_id))`
}
