import { createHash } from 'node:crypto'
import { currentRevisions } from './current-revisions'
import { LAYERS, type LayerName } from './layers'
import { frameOf } from './tile-frame'

/** A layer's rows have a revision under the name of the layer, or of the backdrop that it is part of. */
type Subject = LayerName | 'backdrop'
const SUBJECTS: Record<LayerName, Subject> = {
  water: 'backdrop',
  green: 'backdrop',
  rail: 'backdrop',
  streets: 'backdrop',
  buildings: 'backdrop',
  addresses: 'addresses',
  works: 'works',
  boundaries: 'boundaries',
  links: 'links',
  devices: 'devices',
  'service-points': 'service-points',
}

/** What a layer is drawn by, at every zoom: a release that draws it otherwise has other revisions. */
function lookOf(name: LayerName): string {
  const zooms = Array.from({ length: 23 }, (_, zoom) => ({ z: zoom, x: 0, y: 0 }))
  const statements = zooms.map(
    (tile) =>
      LAYERS[name].select(
        tile,
        frameOf(tile, (geom) => geom),
      ).sql,
  )
  return createHash('sha1').update(statements.join('\n')).digest('base64url')
}
const looks = new Map((Object.keys(LAYERS) as LayerName[]).map((name) => [name, lookOf(name)]))

/** Names what layers show just now, in 12 letters: another name when an import or a publication changed one of them. */
export async function tileRevision(layers: readonly LayerName[]): Promise<string> {
  const current = await currentRevisions()
  const parts = layers.map((name) => `${name} ${looks.get(name)} ${current.get(SUBJECTS[name]) ?? ''}`)
  return createHash('sha1').update(parts.join('\n')).digest('base64url').slice(0, 12)
}
