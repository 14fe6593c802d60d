import { z } from 'zod'
import { database } from '@/lib/db/client'

/** West, south, east, north, in degrees (WGS84). */
export type ServedBounds = [number, number, number, number]

const box = z.array(z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }))

/** Where a map begins that has nothing to show: Europe. */
const EVERYWHERE: ServedBounds = [-10, 36, 40, 60]

/** An import moves the box once in a while, a million addresses take a moment to look through: it is kept so long, in milliseconds. */
const FRESH = 600_000

let known: { bounds: ServedBounds; readAt: number } | undefined

async function readBounds(): Promise<ServedBounds | null> {
  const [found] = box.parse(
    await database().$queryRaw`
      SELECT ST_XMin(extent) AS west, ST_YMin(extent) AS south, ST_XMax(extent) AS east, ST_YMax(extent) AS north
      FROM (SELECT coalesce((SELECT ST_Extent(geom)::box3d FROM address), (SELECT served_area::box3d FROM utility)) AS extent) served
      WHERE extent IS NOT NULL`,
  )
  return found ? [found.west, found.south, found.east, found.north] : null
}

/** The box around all addresses, ten minutes old at most; without any, around the served area; without that, around Europe. */
export async function getServedBounds(): Promise<ServedBounds> {
  if (known && Date.now() - known.readAt < FRESH) return known.bounds
  const bounds = await readBounds()
  if (!bounds) return EVERYWHERE
  known = { bounds, readAt: Date.now() }
  return bounds
}
