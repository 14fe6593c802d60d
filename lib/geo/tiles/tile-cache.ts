import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { logger } from '@/lib/logger'
import { drawTile } from './draw-tile'
import type { LayerName } from './layers'
import type { Tile } from './tile'

export interface CachedTile {
  bytes: Uint8Array<ArrayBuffer>
  /** A hash of the bytes. */
  content: string
}

interface Question {
  layers: readonly LayerName[]
  tile: Tile
}

/** Bytes in memory: some thousand tiles, what a screen or two hundred look at. */
const ROOM = 64_000_000

/** What a key and its entry take beside the bytes. */
const OVERHEAD = 500

/** A browser takes longer than a frame to read more; then a layer wants a higher `minZoom` or fewer properties. */
const HEAVY = 500_000

async function draw({ layers, tile }: Question): Promise<CachedTile> {
  const bytes = await drawTile(layers, tile)
  if (bytes.length > HEAVY) logger.warn({ layers, ...tile, bytes: bytes.length }, 'heavy tile')
  return { bytes, content: createHash('sha1').update(bytes).digest('base64url').slice(0, 16) }
}

const cache = new LRUCache<string, CachedTile, Question>({
  maxSize: ROOM,
  sizeCalculation: ({ bytes }) => bytes.length + OVERHEAD,
  fetchMethod: (_key, _stale, { context }) => draw(context),
})

/** A tile at a revision of its layers, from this process's memory where it was drawn before. Asked twice at once, it is drawn once. */
export function cachedTile(layers: readonly LayerName[], tile: Tile, revision: string): Promise<CachedTile> {
  const { z, x, y } = tile
  return cache.forceFetch(`${layers.join(' ')} ${z}/${x}/${y} ${revision}`, { context: { layers, tile } })
}
