import { createHash } from 'node:crypto'
import { z } from 'zod'
import { database } from '@/lib/db/client'
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

/** So long, in milliseconds, a process takes the revisions it read for those of now. */
const FRESH = 1_500

const revisions = z.array(z.object({ subject: z.string(), revision: z.string() }))

let known: { revisions: Promise<Map<string, string>>; readAt: number } | undefined

/** Works have no marks: the few that are shown, with their versions, say whether one was published, moved or ended. */
async function readRevisions(): Promise<Map<string, string>> {
  const rows = await database().$queryRaw`
    SELECT layer AS subject, sum(mark)::text AS revision FROM tile_change GROUP BY layer
    UNION ALL
    SELECT 'works', coalesce(md5(string_agg(concat_ws(' ', id, version, revision, state), ',' ORDER BY id)), '')
    FROM works WHERE state IN ('published', 'running')`
  return new Map(revisions.parse(rows).map(({ subject, revision }) => [subject, revision]))
}

/** The revisions of now, or of at most 1.5 seconds ago; whoever asks while they are being read gets the same answer. */
function currentRevisions(): Promise<Map<string, string>> {
  if (known && performance.now() - known.readAt < FRESH) return known.revisions
  const reading = readRevisions()
  const current = { revisions: reading, readAt: performance.now() }
  known = current
  reading.catch(() => {
    if (known === current) known = undefined
  })
  return reading
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
