import { beforeEach, describe, expect, it } from 'vitest'
import { resolveStreets } from '@/lib/addresses/resolve-streets'
import { database } from '@/lib/db/client'
import { findPointPlaces } from '@/lib/works/selection/find-point-places'
import { isPointSelected } from '@/lib/works/selection/is-point-selected'
import { outlineBoundaries } from '@/lib/works/selection/outline-boundaries'
import { outlineStreets } from '@/lib/works/selection/outline-streets'
import { traceSelection } from '@/lib/works/selection/trace-selection'
import { beginAnew } from './begin-anew'
import { addHousehold, square } from './factories'
import { CLI } from './import-files'
import { feature, geojsonFile, importFiles } from './network-files'

const codes: Record<string, string> = {}

async function addHouse(x: number, street: string, number: number): Promise<void> {
  const { addressId } = await addHousehold({ x, y: 1, street, number, channel: 'email', value: `${x}@example.org`, language: 'it' })
  codes[`${street} ${number}`] = `P-${addressId}`
}

beforeEach(async () => {
  await beginAnew(
    'boundary',
    'municipality',
    'street',
    'address',
    'service_point',
    'network',
    'network_segment',
    'network_node',
    'network_link',
    'device',
  )
  for (const number of [1, 2, 3]) await addHouse(number, 'Via Roma', number)
  await addHouse(20, 'Via Verdi', 1)
})

async function covers(outline: unknown, x: number): Promise<boolean> {
  const [row] = await database().$queryRaw<Array<{ inside: boolean }>>`
    SELECT ST_Intersects(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(outline)}), 4326), ST_SetSRID(ST_MakePoint(${8.7 + x * 0.001}::float8, 45.001), 4326)) AS inside`
  return row?.inside ?? false
}

describe('what the editor of a selection shows', () => {
  it('draws the ground of the house numbers that a list names, and no more', async () => {
    const pieces = await resolveStreets(CLI, { text: 'via Roma 1, 3' })
    const outline = await outlineStreets(
      CLI,
      pieces.flatMap(({ selection }) => selection ?? []),
    )
    expect(outline?.type).toBe('MultiPolygon')
    expect(await Promise.all([1, 2, 3, 20].map((x) => covers(outline, x)))).toEqual([true, false, true, false])
    expect(await outlineStreets(CLI, [])).toBeNull()
    expect(await outlineStreets(CLI, [{ streetId: 999_999, label: 'none', ranges: null }])).toBeNull()
  })

  it('draws the outline of a place', async () => {
    const [row] = await database().$queryRaw<Array<{ id: number }>>`
      INSERT INTO boundary (kind, code, name, geom)
      VALUES ('quarter', 'B', 'Borgo', ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(square(0, 0, 10))}), 4326))) RETURNING id`
    const outlines = await outlineBoundaries(CLI, [row?.id ?? 0, 999_999])
    expect(outlines.map(({ id }) => id)).toEqual([row?.id])
    expect(outlines[0]?.outline.coordinates[0]?.[0]).toHaveLength(5)
  })

  it('says where service points are, and leaves out what is not known', async () => {
    const places = await findPointPlaces(CLI, { service: 'water', codes: [codes['Via Roma 2'] ?? '', 'none'] })
    expect(places).toEqual([{ code: codes['Via Roma 2'], longitude: 8.702, latitude: 45.001, address: 'Via Roma 2' }])
    expect(await findPointPlaces(CLI, { service: 'heat', codes: [codes['Via Roma 2'] ?? ''] })).toEqual([])
  })

  it('knows whether a point is cut, by whatever names it, and less what is left out', async () => {
    const ask = (code: string, selection: object) => isPointSelected(CLI, { service: 'water', code: codes[code] ?? '', ...selection })
    expect(await ask('Via Roma 2', {})).toBe(false)
    expect(await ask('Via Roma 2', { area: square(0, 0, 3) })).toBe(true)
    expect(await ask('Via Verdi 1', { area: square(0, 0, 3) })).toBe(false)
    expect(await ask('Via Roma 2', { streets: 'via Roma' })).toBe(true)
    expect(await ask('Via Roma 2', { streets: 'via Roma', exceptStreets: 'via Roma 2' })).toBe(false)
    expect(await ask('Via Roma 2', { area: square(0, 0, 3), remove: [codes['Via Roma 2']] })).toBe(false)
    await expect(ask('Via Roma 2', { streets: 'via Nessunluogo' })).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('gives the shapes of a trace in place of its codes, and says so where there is no network', async () => {
    await expect(traceSelection(CLI, 'water', { links: ['L1'] })).rejects.toMatchObject({ detail: { reason: 'network_not_imported' } })
    const parts = [feature.node('S', 0, 0, 'source'), feature.node('A', 1, 0), feature.node('B', 2, 0)]
    const links = [feature.link('L1', 'S', 'A'), feature.link('L2', 'A', 'B'), feature.valve('V', 'L2', 'A')]
    await importFiles({ files: [geojsonFile([...parts, ...links])] })
    const traced = await traceSelection(CLI, 'water', { links: ['L2'] })
    expect(traced).not.toHaveProperty('isolatedLinks')
    expect(traced.devices).toEqual(['V'])
    expect(traced.shapes.features.map(({ properties }) => properties)).toEqual([
      { code: 'L2', role: 'isolated' },
      { code: 'V', role: 'close' },
    ])
  })
})
