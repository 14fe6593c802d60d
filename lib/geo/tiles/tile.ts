import { z } from 'zod'
import { badInput } from '@/lib/errors'

/** A square of the web map: zoom, column from the west, row from the north. */
export interface Tile {
  z: number
  x: number
  y: number
}

/** Tile units along one side, as in the Mapbox Vector Tile specification 2.1. */
export const EXTENT = 4096

/** Tile units drawn beyond each side, so that strokes meet across tiles. */
export const MARGIN = 64

/** Zoom 22 is a square of 10 metres at the equator: nothing we draw is smaller. */
const DEEPEST = 22

const index = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number)
const path = z.object({
  z: index,
  x: index,
  y: z
    .string()
    .endsWith('.mvt')
    .transform((text) => text.slice(0, -4))
    .pipe(index),
})

/** Reads `{z}/{x}/{y}.mvt` as it stands in a URL. Throws `bad_input` for anything that is no tile. */
export function parseTile(params: Record<'z' | 'x' | 'y', string>): Tile {
  const result = path.safeParse(params)
  if (!result.success) throw badInput('tile_not_a_number', String(result.error.issues[0]?.path[0] ?? 'z'))
  const tile = result.data
  if (tile.z > DEEPEST) throw badInput('tile_zoom_too_deep', 'z', { deepest: DEEPEST })
  const last = 2 ** tile.z - 1
  for (const axis of ['x', 'y'] as const) {
    if (tile[axis] > last) throw badInput('tile_outside_world', axis, { zoom: tile.z, last })
  }
  return tile
}
