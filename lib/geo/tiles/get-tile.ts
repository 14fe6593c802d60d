import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { AppError } from '@/lib/errors'
import { LAYERS, type LayerName, TILE_SETS, type TileLayer } from './layers'
import type { Tile } from './tile'
import { cachedTile } from './tile-cache'
import { tileRevision } from './tile-revisions'

export interface FoundTile {
  /** "revision.content": what the tile's layers show just now, and what this tile shows of it. */
  tag: string
  /** Null where the caller has them already; none where nothing is. */
  bytes: Uint8Array<ArrayBuffer> | null
}

/** The layers that a URL names. Throws `not_found` where there are none of that name. */
function findLayers(set: string): readonly LayerName[] {
  const layers = Object.hasOwn(TILE_SETS, set) ? TILE_SETS[set] : undefined
  if (layers) return layers
  throw new AppError('not_found', { reason: 'tile_layer_unknown', field: 'layer', params: { layers: Object.keys(TILE_SETS).join(', ') } })
}

/** Who may look at a set of layers. Throws `not_found` for one that does not exist. */
export function tileAudience(set: string): TileLayer['audience'] {
  return findLayers(set).some((name) => LAYERS[name].audience === 'staff') ? 'staff' : 'public'
}

/**
 * One tile of a layer, or of the whole backdrop. `known` are the tags of what the caller has: a tag of the current revision is answered
 * without drawing anything, and one whose content is still the same without bytes.
 * Throws `not_found` for a layer that does not exist, `unauthenticated` or `forbidden` for the network where the actor may not see it.
 */
export async function getTile(actor: Actor, set: string, tile: Tile, known: readonly string[] = []): Promise<FoundTile> {
  if (tileAudience(set) === 'staff') requirePolicy(actor, canReadNetwork(actor))
  const layers = findLayers(set)
  const revision = await tileRevision(layers)
  const current = known.find((tag) => tag.startsWith(`${revision}.`))
  if (current) return { tag: current, bytes: null }
  const { bytes, content } = await cachedTile(layers, tile, revision)
  const isSame = known.some((tag) => tag.endsWith(`.${content}`))
  return { tag: `${revision}.${content}`, bytes: isSame ? null : bytes }
}
