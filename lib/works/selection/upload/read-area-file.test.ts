import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { AppError } from '@/lib/errors'
import { readAreaFile } from './read-area-file'

const UTM32 =
  'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
const GAUSS_BOAGA = UTM32.replace('ETRS_1989_UTM_Zone_32N', 'Monte_Mario_Italy_1')
  .replace('D_ETRS_1989', 'D_Monte_Mario')
  .replace('GRS_1980",6378137.0,298.257222101', 'International_1924",6378388.0,297.0')

/** A .shp with one record of points: a polygon (5) or a line (3). */
function shpOf(points: Array<[number, number]>, type = 5): Buffer {
  const content = Buffer.alloc(48 + 16 * points.length)
  content.writeInt32LE(type, 0)
  content.writeInt32LE(1, 36)
  content.writeInt32LE(points.length, 40)
  points.forEach(([x, y], index) => {
    content.writeDoubleLE(x, 48 + 16 * index)
    content.writeDoubleLE(y, 56 + 16 * index)
  })
  const head = Buffer.alloc(108)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((108 + content.length) / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(type, 32)
  head.writeInt32BE(1, 100)
  head.writeInt32BE(content.length / 2, 104)
  return Buffer.concat([head, content])
}

function zipOf(files: Record<string, Buffer | string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(raw.length, 18)
    common.writeUInt16LE(name.length, 22)
    const offset = Buffer.alloc(14)
    offset.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, offset, Buffer.from(name))
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed])
    parts.push(local)
    at += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, entries, end])
}

const fileOf = (content: Buffer | string) => new Blob([Uint8Array.from(Buffer.from(content))])

async function reasonOf(content: Buffer | string): Promise<string> {
  return readAreaFile(fileOf(content)).then(
    () => 'none',
    (error: AppError) => error.detail?.reason ?? String(error),
  )
}

/** Clockwise, as a shapefile's outer rings are: a kilometre of Alessandria in UTM 32. */
const SQUARE: Array<[number, number]> = [
  [469000, 4974000],
  [469000, 4975000],
  [470000, 4975000],
  [470000, 4974000],
  [469000, 4974000],
]
const DEGREES = { type: 'Polygon', coordinates: [SQUARE.map(([x, y]) => [8 + (x - 469000) / 1e5, 44.9 + (y - 4974000) / 1e5])] }

describe('a file with an area', () => {
  test('is GeoJSON, with or without a byte order mark', async () => {
    const area = await readAreaFile(fileOf(`\ufeff${JSON.stringify(DEGREES)}`))
    expect(area.coordinates).toHaveLength(1)
  })

  test('is a zipped shapefile, turned to degrees by its .prj', async () => {
    const area = await readAreaFile(fileOf(zipOf({ 'area/Lavori.SHP': shpOf(SQUARE), 'area/Lavori.prj': UTM32 })))
    const [longitude = 0, latitude = 0] = area.coordinates[0]?.[0]?.[0] ?? []
    // By PostGIS: ST_Transform from EPSG:25832.
    expect(longitude).toBeCloseTo(8.60723, 6)
    expect(latitude).toBeCloseTo(44.9187532, 6)
  })

  test.each([
    ['an empty file', '', 'area_file_empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'area_file_kind'],
    ['a table', 'id;name\n1;Via Roma', 'area_file_kind'],
    ['GeoJSON that is cut off', JSON.stringify(DEGREES).slice(0, 60), 'area_not_geojson'],
    ['GeoJSON of lines', JSON.stringify({ type: 'LineString', coordinates: DEGREES.coordinates[0] }), 'area_not_polygons'],
    [
      'GeoJSON in metres',
      JSON.stringify({ ...DEGREES, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } } }),
      'area_other_projection',
    ],
    ['an archive without a shapefile', zipOf({ 'readme.txt': 'hello' }), 'area_zip_without_shapefile'],
    ['an archive with two', zipOf({ 'a.shp': shpOf(SQUARE), 'b.shp': shpOf(SQUARE) }), 'area_zip_with_several'],
    ['a shapefile without .prj', zipOf({ 'a.shp': shpOf(SQUARE) }), 'area_projection_missing'],
    ['a shapefile with nonsense for .prj', zipOf({ 'a.shp': shpOf(SQUARE), 'a.prj': 'UTM, I think' }), 'area_projection_unknown'],
    ['Gauss-Boaga without its shift', zipOf({ 'a.shp': shpOf(SQUARE), 'a.prj': GAUSS_BOAGA }), 'area_projection_inexact'],
    ['a shapefile of lines', zipOf({ 'a.shp': shpOf(SQUARE, 3), 'a.prj': UTM32 }), 'area_not_polygons'],
    ['a .shp that is cut off', zipOf({ 'a.shp': shpOf(SQUARE).subarray(0, 150), 'a.prj': UTM32 }), 'area_file_damaged'],
    ['a .shp that is none', zipOf({ 'a.shp': 'hello', 'a.prj': UTM32 }), 'area_file_damaged'],
    ['an archive that is cut off', zipOf({ 'a.shp': shpOf(SQUARE), 'a.prj': UTM32 }).subarray(0, 120), 'area_file_damaged'],
    ['an archive that swells', zipOf({ 'a.shp': Buffer.alloc(120_000_000), 'a.prj': UTM32 }), 'area_file_unpacks_too_large'],
  ])('is refused in words where it is %s', async (_what, content, reason) => {
    expect(await reasonOf(content)).toBe(reason)
  })

  test('of 200 MB is refused before it is read', async () => {
    const file = fileOf('{')
    const huge = Object.defineProperties(file, { size: { value: 200_000_000 }, text: { value: () => Promise.reject(new Error('read')) } })
    await expect(readAreaFile(huge)).rejects.toMatchObject({ detail: { reason: 'area_file_too_large', params: { max: 20, found: 200 } } })
  })
})
