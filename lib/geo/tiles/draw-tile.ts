import { database } from '@/lib/db/client'
import { canEncodeTiles } from './can-encode-tiles'
import { encodeInDatabase } from './encode-in-database'
import { encodeInNode } from './encode-in-node'
import { LAYERS, type LayerName } from './layers'
import type { Tile } from './tile'

/** Draws layers into one tile, Mapbox Vector Tile 2.1: no bytes where nothing is. */
export async function drawTile(layers: readonly LayerName[], tile: Tile): Promise<Uint8Array<ArrayBuffer>> {
  const db = database()
  const encode = (await canEncodeTiles(db)) ? encodeInDatabase : encodeInNode
  const visible = layers.filter((name) => tile.z >= LAYERS[name].minZoom)
  const parts = await Promise.all(visible.map((name) => encode(db, name, LAYERS[name], tile)))
  // A tile is a sequence of layers: tiles laid end to end are one tile.
  return Buffer.concat(parts)
}
