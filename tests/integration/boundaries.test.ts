import type { Position } from 'geojson'
import { beforeEach, describe, expect, it } from 'vitest'
import { boundaryIdsExist } from '@/lib/addresses/boundary-ids-exist'
import { findBoundaries } from '@/lib/addresses/find-boundaries'
import { importBoundaries } from '@/lib/addresses/import-boundaries'
import { listBoundaries } from '@/lib/addresses/list-boundaries'
import { database } from '@/lib/db/client'
import { at, beginWithTowns, collection, type Feature, load, ring, TOWNS } from './boundary-lab'
import { CLI, fileOf, NOW, problemsOf, REJECTS, readRejects } from './import-files'

beforeEach(beginWithTowns)

describe('a file of boundaries', () => {
  it('brings places in with their municipality, and changes nothing the second time', async () => {
    expect(await load('municipality', TOWNS)).toEqual({ file: 'boundaries.geojson', new: 2, changed: 0, unchanged: 0, rejected: 0 })
    expect(await load('municipality', TOWNS)).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
    expect(await findBoundaries(database())).toEqual([
      {
        id: expect.any(Number),
        kind: 'municipality',
        service: null,
        name: 'Galliera',
        code: '037028',
        municipalityId: expect.any(Number),
        municipality: 'Galliera',
      },
      {
        id: expect.any(Number),
        kind: 'municipality',
        service: null,
        name: 'Pieve di Cento',
        code: '037048',
        municipalityId: expect.any(Number),
        municipality: 'Pieve di Cento',
      },
    ])
    expect(await database().auditEntry.count({ where: { action: 'import.boundaries' } })).toBeGreaterThan(0)
    const [left] = await database().$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM staging.boundary`
    expect(left.count).toBe(0)
  })

  it('finds the municipality that a quarter lies in, and takes the one that it names', async () => {
    await load('municipality', TOWNS)
    await load('quarter', [at(1, 1, 2, { name: 'Borgo' }), at(11, 1, 2, { name: 'Borgo', municipality: 'PIEVE DI CENTO' })])
    expect((await findBoundaries(database(), { kind: 'quarter' })).map(({ code, municipality }) => [code, municipality])).toEqual([
      ['borgo', 'Galliera'],
      ['pieve di cento: borgo', 'Pieve di Cento'],
    ])
  })

  it('keeps the zones of one service apart from those of another', async () => {
    const zones = [at(0, 0, 5, { zona: 'Nord', id: 1 })]
    const map = { zona: 'name', id: 'code' }
    await load('zone', zones, { map, set: { service: 'water' } })
    expect(await load('zone', zones, { map, set: { service: 'power' } })).toMatchObject({ new: 1 })
    expect(await problemsOf(load('zone', zones, { map }))).toBe('import_missing_column')
    expect(await problemsOf(load('quarter', zones, { map, set: { service: 'water' } }))).toBe('import_unknown_field')
    expect((await findBoundaries(database(), { kind: 'zone', text: 'nor' })).map(({ service }) => service)).toEqual(['water', 'power'])
  })

  it('changes only what differs, and keeps the ids that works refer to', async () => {
    await load('municipality', TOWNS)
    const before = await findBoundaries(database())
    const moved = [at(0, 0, 11, { name: 'Galliera', code: '037028' }), at(10, 0, 10, { name: 'Pieve', code: '037048' })]
    expect(await load('municipality', moved)).toMatchObject({ new: 0, changed: 2, unchanged: 0 })
    const after = await findBoundaries(database())
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(await boundaryIdsExist(after.map(({ id }) => id))).toBe(true)
    expect(await boundaryIdsExist([after[0]?.id ?? 0, 99_999])).toBe(false)
  })

  it('names the feature, the field and the place of every wrong outline, and imports nothing', async () => {
    const bow: Position[] = [
      [8.7, 45],
      [8.71, 45.01],
      [8.71, 45],
      [8.7, 45.01],
      [8.7, 45],
    ]
    const wrong: Feature[] = [
      { properties: { name: 'Bow tie' }, geometry: ring(bow) },
      { properties: { name: 'Open' }, geometry: ring(bow.slice(0, 4)) },
      {
        properties: { name: 'Two corners' },
        geometry: ring([
          [8.7, 45],
          [8.8, 45],
          [8.7, 45],
        ]),
      },
      { properties: { name: 'Point' }, geometry: { type: 'Point', coordinates: [8.7, 45] } },
      { properties: { name: 'None' }, geometry: null },
      { properties: { name: 'Text' }, geometry: { type: 'Polygon', coordinates: [[['a', 'b']]] } },
      {
        properties: { name: 'Metres' },
        geometry: ring([
          [500000, 4900000],
          [500100, 4900000],
          [500100, 4900100],
          [500000, 4900000],
        ]),
      },
      {
        properties: { name: 'Swapped' },
        geometry: ring([
          [45, 8.7],
          [45.01, 8.7],
          [45.01, 8.71],
          [45, 8.7],
        ]),
      },
      at(0, 0, 1, { name: '' }),
      at(0, 0, 1, { name: 'GALLIERA', code: '037028' }),
    ]
    expect(await problemsOf(load('municipality', [...TOWNS, ...wrong]))).toEqual([
      [3, 'geometry', 'import_outline_invalid'],
      [4, 'geometry', 'import_ring_open'],
      [5, 'geometry', 'area_too_few_points'],
      [6, 'geometry', 'import_not_polygon'],
      [7, 'geometry', 'import_value_missing'],
      [8, 'geometry', 'import_bad_outline'],
      [9, 'geometry', 'import_outline_not_degrees'],
      [10, 'geometry', 'import_coordinates_swapped'],
      [11, 'name', 'import_value_missing'],
      [12, 'code', 'import_repeats_line'],
    ])
    expect(await database().boundary.count()).toBe(0)
    expect(await load('municipality', [...TOWNS, ...wrong.slice(0, 1)], { rejectFile: REJECTS })).toMatchObject({ new: 2, rejected: 1 })
    expect(readRejects().join('\n')).toContain('near 8.70500 45.00500')
  })

  it('reads projected coordinates where their system is named, and refuses a wrong or unknown one', async () => {
    // 8.70° E, 45.00° N in UTM 32 N: easting 476,357 m, northing 4,983,009 m.
    const metres = ring([
      [476357, 4983009],
      [477357, 4983009],
      [477357, 4984009],
      [476357, 4984009],
      [476357, 4983009],
    ])
    const feature = { properties: { name: 'Galliera' }, geometry: metres }
    expect(await load('municipality', [feature], { crs: 32632 })).toMatchObject({ new: 1 })
    const [corner] = await database().$queryRaw<[{ lon: number; lat: number }]>`
      SELECT ST_XMin(geom) AS lon, ST_YMin(geom) AS lat FROM boundary`
    expect(corner.lon).toBeCloseTo(8.7, 3)
    expect(corner.lat).toBeCloseTo(45, 3)
    expect(await problemsOf(load('municipality', [feature], { crs: 999_999 }))).toBe('network_unknown_crs')
    expect(await problemsOf(load('municipality', [feature]))).toEqual([[1, 'geometry', 'import_outline_not_degrees']])
  })

  it('refuses files of another kind, cut off or empty', async () => {
    const request = { kind: 'quarter' as const }
    expect(await problemsOf(importBoundaries(CLI, { file: fileOf(['name,code', 'a,b']), ...request }, NOW))).toBe(
      'import_boundaries_geojson',
    )
    expect(await problemsOf(importBoundaries(CLI, { file: fileOf(['{"type":"FeatureCollection","features":[]}']), ...request }, NOW))).toBe(
      'import_no_boundaries',
    )
    const whole = JSON.stringify({ type: 'FeatureCollection', features: TOWNS.map((town) => ({ type: 'Feature', ...town })) })
    expect(await problemsOf(importBoundaries(CLI, { file: fileOf([whole.slice(0, -40)]), ...request }, NOW))).toBe('import_bad_json')
    expect(await database().boundary.count()).toBe(0)
  })

  it('is for those who may import, and listing for those who plan', async () => {
    const actor = { kind: 'staff', id: 1, email: '', name: '', role: 'operator', source: '' } as const
    const file = collection(TOWNS)
    await expect(importBoundaries(actor, { file, kind: 'quarter' }, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listBoundaries({ ...actor, role: 'call_centre' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listBoundaries({ kind: 'public', source: '' })).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await listBoundaries(actor)).toEqual([])
  })
})
