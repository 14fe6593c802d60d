import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import { addressesIn } from '@/lib/addresses/addresses-in-selections'
import { streetSelection } from '@/lib/addresses/street-list'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'

const outlineInput = z.array(streetSelection).max(5_000)
const outlineRow = z.tuple([z.object({ outline: z.string().nullable() })])

/** Addresses nearer to each other than twice this grow together, in metres of the web map at the equator. */
const REACH = 55
/** How far the outline stays from an address that stands alone: REACH less this. */
const SHRINK = 35
/** Addresses are joined on a grid of this many degrees, some 20 m, so that hundreds of streets are drawn at once. */
const CELL = 0.0002

/** The ground around the addresses of streets, in WGS84, to be shown on a map; null where there are none. Throws `forbidden`. */
export async function outlineStreets(actor: Actor, raw: z.input<typeof outlineInput>): Promise<MultiPolygon | null> {
  requirePolicy(actor, canPlanWorks(actor))
  const streets = parseInput(outlineInput, raw)
  if (streets.length === 0) return null
  const rows = await database().$queryRaw`
    WITH place AS (
      SELECT DISTINCT ST_SnapToGrid(address.geom, ${CELL}::float8) AS geom FROM ${addressesIn(streets)} listed JOIN address ON address.id = listed.address_id
    )
    SELECT ST_AsGeoJSON(ST_Multi(ST_Transform(ST_Buffer(ST_Buffer(ST_Transform(ST_Collect(geom), 3857), ${REACH}::float8, 3), -${SHRINK}::float8, 3), 4326)), 6) AS outline
    FROM place`
  const [{ outline }] = outlineRow.parse(rows)
  return outline === null ? null : (JSON.parse(outline) as MultiPolygon)
}
