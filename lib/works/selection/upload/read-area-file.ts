import type { MultiPolygon } from 'geojson'
import { badInput } from '@/lib/errors'
import { readGeojsonText } from './read-geojson-text'

/** Bytes. An area of 50,000 corners takes some 2 MB as GeoJSON. */
const LARGEST = 20_000_000

/** The first bytes of an archive: "PK" and its kind. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** What looks like neither is refused by its first bytes, before the rest is read. */
async function kindOf(file: Blob): Promise<'zip' | 'text'> {
  const start = new Uint8Array(await file.slice(0, 512).arrayBuffer())
  if (ZIP.every((byte, index) => start[index] === byte)) return 'zip'
  const text = new TextDecoder()
    .decode(start)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (text.startsWith('{')) return 'text'
  throw badInput('area_file_kind', 'area')
}

/**
 * The polygons of a file that somebody chose: GeoJSON, or a zipped shapefile in any projection that its .prj names. Runs in browsers and in Node.
 * Throws `bad_input` for a file over 20 MB or of another kind, before it is read, and for whatever is wrong inside.
 */
export async function readAreaFile(file: Blob): Promise<MultiPolygon> {
  if (file.size === 0) throw badInput('area_file_empty', 'area')
  if (file.size > LARGEST)
    throw badInput('area_file_too_large', 'area', { max: LARGEST / 1_000_000, found: Math.ceil(file.size / 1_000_000) })
  if ((await kindOf(file)) === 'text') return readGeojsonText((await file.text()).replace(/^\ufeff/, ''))
  // Its libraries are loaded by those who bring a shapefile.
  const { readShapefile } = await import('./read-shapefile')
  return readShapefile(new Uint8Array(await file.arrayBuffer()))
}
