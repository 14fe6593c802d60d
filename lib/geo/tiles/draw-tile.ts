import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { canEncodeTiles } from './can-encode-tiles'
import { encodeInDatabase } from './encode-in-database'
import { encodeInNode } from './encode-in-node'
import { LAYERS, TILE_SETS, type TileLayer } from './layers'
import type { Tile } from './tile'

export interface DrawnTile {
  /** Mapbox Vector Tile 2.1; no bytes where nothing is. */
  bytes: Uint8Array<ArrayBuffer>
  audience: TileLayer['audience']
}

/**
 * Draws one tile of a layer, or of the whole backdrop.
 * Throws `not_found` for a layer that does not exist, `unauthenticated` or `forbidden` for the network where the actor may not see it.
 */
export async function drawTile(actor: Actor, set: string, tile: Tile): Promise<DrawnTile> {
  const names = Object.hasOwn(TILE_SETS, set) ? TILE_SETS[set] : undefined
  if (!names)
    throw new AppError('not_found', { reason: 'tile_layer_unknown', field: 'layer', params: { layers: Object.keys(TILE_SETS).join(', ') } })
  const audience = names.some((name) => LAYERS[name].audience === 'staff') ? 'staff' : 'public'
  if (audience === 'staff') requirePolicy(actor, canReadNetwork(actor))
  const db = database()
  const encode = (await canEncodeTiles(db)) ? encodeInDatabase : encodeInNode
  const visible = names.filter((name) => tile.z >= LAYERS[name].minZoom)
  const parts = await Promise.all(visible.map((name) => encode(db, name, LAYERS[name], tile)))
  // A tile is a sequence of layers: tiles laid end to end are one tile.
  return { bytes: Buffer.concat(parts), audience }
}
