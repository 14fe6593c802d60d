import { z } from 'zod'
import { database } from '@/lib/db/client'

/** West, south, east, north, in degrees (WGS84). */
export type ServedBounds = [number, number, number, number]

const box = z.array(z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }))

/** Where a map begins that shows nothing yet: Europe. */
const EVERYWHERE: ServedBounds = [-10, 36, 40, 60]

/** The box around the served area; without one, around all addresses; without any, around Europe. */
export async function getServedBounds(): Promise<ServedBounds> {
  const rows = box.parse(
    await database().$queryRaw`
      SELECT ST_XMin(extent) AS west, ST_YMin(extent) AS south, ST_XMax(extent) AS east, ST_YMax(extent) AS north
      FROM (
        SELECT coalesce((SELECT served_area::box3d FROM utility WHERE served_area IS NOT NULL), (SELECT ST_Extent(geom)::box3d FROM address)) AS extent
      ) served
      WHERE extent IS NOT NULL`,
  )
  const [found] = rows
  return found ? [found.west, found.south, found.east, found.north] : EVERYWHERE
}
