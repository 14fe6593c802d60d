import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'

const idsInput = z.array(z.number().int().positive()).max(400)
const outlineRows = z.array(z.object({ id: z.number(), outline: z.string() }))

/** Corners that move an outline by less than this are left out, in degrees: some 5 m. */
const TOLERANCE = 0.00005

export interface BoundaryOutline {
  id: number
  outline: MultiPolygon
}

/** Outlines of boundaries, simplified, in WGS84, to be shown on a map. Throws `forbidden`. */
export async function outlineBoundaries(actor: Actor, raw: number[]): Promise<BoundaryOutline[]> {
  requirePolicy(actor, canPlanWorks(actor))
  const ids = parseInput(idsInput, raw)
  const rows = await database().$queryRaw`
    SELECT id, ST_AsGeoJSON(ST_Multi(ST_SimplifyPreserveTopology(geom, ${TOLERANCE}::float8)), 6) AS outline
    FROM boundary WHERE id = ANY (${ids}::int[]) ORDER BY id`
  return outlineRows.parse(rows).map(({ id, outline }) => ({ id, outline: JSON.parse(outline) as MultiPolygon }))
}
