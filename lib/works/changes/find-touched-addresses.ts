import { z } from 'zod'
import { database } from '@/lib/db/client'

/** `isPublic`: whether one of the works is published at all; `ids`: which of the addresses any version of them touches. */
export interface Touched {
  isPublic: boolean
  ids: number[]
}

const rows = z.array(z.object({ isPublic: z.boolean(), ids: z.array(z.number()) })).length(1)

/**
 * Which of these addresses the published ones of these works touch in any of their versions: through a service point, or by lying in the area.
 * More than the public is told (lib/works/parts-at-address.ts), never less: it says whose pages have to be rendered anew.
 */
export async function findTouchedAddresses(references: readonly string[], addressIds: readonly number[]): Promise<Touched> {
  const found = await database().$queryRaw`
    WITH changed AS (
      SELECT id FROM works WHERE published_at IS NOT NULL AND reference = ANY (${[...references]}::text[])
    ), part AS (
      SELECT works_part.id, works_part.outline FROM works_part JOIN changed ON changed.id = works_part.works_id
    )
    SELECT EXISTS (SELECT FROM changed) AS "isPublic", coalesce((
      SELECT array_agg(address.id)
      FROM address
      WHERE address.id = ANY (${[...addressIds]}::int[])
        AND (
          EXISTS (SELECT FROM part WHERE ST_Intersects(part.outline, address.geom))
          OR EXISTS (
            SELECT FROM service_point
            JOIN affected_point ON affected_point.service_point_id = service_point.id
            JOIN part ON part.id = affected_point.part_id
            WHERE service_point.address_id = address.id
          )
        )
    ), '{}') AS ids`
  const [touched] = rows.parse(found)
  return touched as Touched
}
