import { iter, type ZipItem } from 'but-unzip'
import type { Geometry, MultiPolygon, Position } from 'geojson'
import { parseShp } from 'shpjs'
import { AppError, badInput } from '@/lib/errors'
import { readPolygons } from '../read-polygons'
import { inflate } from './inflate'
import { openProjection } from './projection'

/** The last 22 to 65,557 bytes of an archive hold this mark. but-unzip looks for it for ever in a small one that is cut off. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 0x05 && bytes[at + 3] === 0x06) return true
  }
  return false
}

function listItems(bytes: Uint8Array): ZipItem[] {
  if (!hasEnd(bytes)) throw badInput('area_file_damaged', 'area')
  try {
    return [...iter(bytes, inflate)].filter(({ filename }) => !filename.includes('__MACOSX'))
  } catch {
    throw badInput('area_file_damaged', 'area')
  }
}

function find(items: readonly ZipItem[], name: string): ZipItem | undefined {
  return items.find(({ filename }) => filename.toLowerCase() === name.toLowerCase())
}

/** shpjs reads what is there of a file that is cut off; its header says how long it should be, in units of two bytes. */
function readShapes(bytes: Uint8Array): Geometry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 100 || view.getInt32(0) !== 9994 || view.getInt32(24) * 2 > bytes.length) throw badInput('area_file_damaged', 'area')
  try {
    return parseShp(bytes).filter((shape) => shape !== null)
  } catch {
    throw badInput('area_file_damaged', 'area')
  }
}

function reproject(shape: Geometry, toDegrees: (position: Position) => Position): Geometry {
  if (shape.type === 'Polygon') return { ...shape, coordinates: shape.coordinates.map((ring) => ring.map(toDegrees)) }
  if (shape.type !== 'MultiPolygon') return shape
  return { ...shape, coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(toDegrees))) }
}

async function readItem(item: ZipItem): Promise<Uint8Array> {
  try {
    return await item.read()
  } catch (error) {
    throw error instanceof AppError ? error : badInput('area_file_damaged', 'area')
  }
}

/**
 * The polygons of a zipped shapefile, turned into WGS84 by its .prj. Throws `bad_input` where the archive is damaged or holds no or several
 * shapefiles, where the .prj is missing or not understood, and as readPolygons does.
 */
export async function readShapefile(bytes: Uint8Array): Promise<MultiPolygon> {
  const items = listItems(bytes)
  const shapefiles = items.filter(({ filename }) => /\.shp$/i.test(filename))
  const [shp] = shapefiles
  if (!shp) throw badInput('area_zip_without_shapefile', 'area')
  if (shapefiles.length > 1) throw badInput('area_zip_with_several', 'area', { count: shapefiles.length })
  const prj = find(items, shp.filename.replace(/shp$/i, 'prj'))
  if (!prj) throw badInput('area_projection_missing', 'area')
  const shapes = readShapes(await readItem(shp))
  const toDegrees = openProjection(new TextDecoder().decode(await readItem(prj)))
  return readPolygons({ type: 'GeometryCollection', geometries: shapes.map((shape) => reproject(shape, toDegrees)) }, 'area')
}
