import { beforeEach, describe, expect, it } from 'vitest'
import { importServicePoints } from '@/lib/customers/import-service-points'
import { database } from '@/lib/db/client'
import { trace } from '@/lib/network/trace'
import { CLI, fileOf, NOW, problemsOf } from './import-files'
import { codesOf, feature, forgetNetworks, geojsonFile, importFiles, NETWORK } from './network-files'

beforeEach(forgetNetworks)

/** The segment of each service point, as the links that it shares it with. */
async function tiesOf(): Promise<Record<string, string | null>> {
  const rows = await database().$queryRaw<Array<{ code: string; links: string | null }>>`
    SELECT point.code, (SELECT string_agg(link.code, ' ' ORDER BY link.code) FROM network_link link WHERE link.segment = point.segment) AS links
    FROM service_point point ORDER BY point.code`
  return Object.fromEntries(rows.map(({ code, links }) => [code, links]))
}

describe('a network', () => {
  it('is replaced by the next one: what that does not name is removed, and nothing changes the second time', async () => {
    expect(await importFiles({ files: [geojsonFile(NETWORK)] })).toMatchObject({
      new: 6,
      changed: 0,
      unchanged: 0,
      removed: 0,
      segments: 2,
    })
    const again = await importFiles({ files: [geojsonFile(NETWORK)] })
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 6, removed: 0 })
    const next = [...NETWORK.slice(0, 4), feature.node('C', 1, 2), feature.link('AC', 'A', 'C')]
    expect(await importFiles({ files: [geojsonFile(next)] })).toMatchObject({
      parts: { nodes: { new: 1, unchanged: 3 }, links: { new: 1, unchanged: 1, removed: 1 }, devices: { removed: 1 } },
    })
    expect(await codesOf()).toEqual(['A B C S', 'AC SA', ''])
  })

  it('gives unchanged parts the same segments again, and every import another revision', async () => {
    await importFiles({ files: [geojsonFile(NETWORK)] })
    const read = () => database().networkLink.findMany({ select: { code: true, segment: true }, orderBy: { code: 'asc' } })
    const before = await read()
    const { revision } = await database().network.findUniqueOrThrow({ where: { service: 'water' } })
    await importFiles({ files: [geojsonFile(NETWORK.toReversed())] })
    expect(await read()).toEqual(before)
    expect((await database().network.findUniqueOrThrow({ where: { service: 'water' } })).revision).toBeGreaterThan(revision)
  })

  it('is kept with --add, and what is added may hang on it', async () => {
    await importFiles({ files: [geojsonFile(NETWORK)] })
    const more = [feature.node('C', 3, 0), feature.link('BC', 'B', 'C'), feature.valve('W', 'AB', 'B')]
    expect(await importFiles({ files: [geojsonFile(more)], add: true })).toMatchObject({ new: 3, removed: 0, segments: 3 })
    expect(await codesOf()).toEqual(['A B C S', 'AB BC SA', 'V W'])
  })

  it("may come in several files, and is each service's own", async () => {
    const files = [geojsonFile(NETWORK.slice(0, 3), 'nodes.geojson'), geojsonFile(NETWORK.slice(3), 'links.geojson')]
    expect(await importFiles({ files })).toMatchObject({ new: 6 })
    expect(await importFiles({ files }, 'heat')).toMatchObject({ new: 6, removed: 0 })
    expect(await trace(CLI, { service: 'heat', links: ['AB'] })).toMatchObject({ devices: ['V'] })
  })

  it('does nothing on a dry run but say what it would do', async () => {
    expect(await importFiles({ files: [geojsonFile(NETWORK)], dryRun: true })).toMatchObject({ new: 6, segments: 2 })
    expect(await codesOf()).toEqual(['', '', ''])
    expect(await database().network.count()).toBe(0)
  })

  it('leaves a line in the audit trail, and nothing in staging', async () => {
    await importFiles({ files: [geojsonFile(NETWORK)] })
    expect(
      await database().auditEntry.findFirst({
        where: { action: 'import.network' },
        select: { subject: true, actor: true },
        orderBy: { id: 'desc' },
      }),
    ).toEqual({
      subject: 'network:water',
      actor: 'cli:test',
    })
    const [{ count }] = await database().$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM staging.network_link`
    expect(count).toBe(0)
  })

  it('is not imported by whoever may not', async () => {
    const { importNetwork } = await import('@/lib/network/import-network')
    const operator = { kind: 'staff' as const, id: 1, email: 'a@example.org', name: 'A', role: 'operator' as const, source: '::1' }
    await expect(importNetwork(operator, { service: 'water', files: [geojsonFile(NETWORK)] }, NOW)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('a service point', () => {
  it('belongs to its node or link by code, else to the nearest link within the distance, else it is left over and named', async () => {
    const points = [
      feature.point('P-node', { node: 'B' }),
      feature.point('P-link', { link: 'SA' }),
      feature.point('P-near', {}, [1.5, 0.3]),
      feature.point('P-far', {}, [1.5, 2]),
    ]
    const summary = await importFiles({ files: [geojsonFile([...NETWORK, ...points])] })
    expect(summary.tied).toEqual({ byCode: 2, byDistance: 1, untied: 1, tieWithin: 50 })
    expect(summary.warnings).toContainEqual({ reason: 'network_warns_untied', count: 1, examples: ['P-far'] })
    expect(await tiesOf()).toEqual({ 'P-far': null, 'P-link': 'SA', 'P-near': 'AB', 'P-node': 'AB' })
    expect((await importFiles({ files: [geojsonFile(NETWORK)], within: 300 })).tied).toMatchObject({
      byDistance: 2,
      untied: 0,
      tieWithin: 300,
    })
  })

  it('is measured in metres, not in degrees: of two links the one that is nearer on the ground', async () => {
    // 0.0004° north is 44 m, 0.0005° east is 39 m at this latitude.
    const links = [
      feature.node('S', 0, 0, 'source'),
      feature.node('E', 0, 1),
      feature.node('N', 1, 0),
      feature.link('east', 'S', 'E', [
        [0, -1],
        [0, 1],
      ]),
      feature.link('north', 'S', 'N', [
        [0.1, 0.4],
        [1, 0.4],
      ]),
      feature.valve('V1', 'east', 'S'),
      feature.valve('V2', 'north', 'S'),
    ]
    await importFiles({ files: [geojsonFile([...links, feature.point('P', {}, [0.5, 0])])] })
    expect(await tiesOf()).toEqual({ P: 'east' })
  })

  it('is tied when it comes after the network, and again when it moves or names something else', async () => {
    await importFiles({ files: [geojsonFile(NETWORK)] })
    const bring = (...rows: string[]) => importServicePoints(CLI, { file: fileOf(['code,service,lat,lon,node,link', ...rows]) }, NOW)
    await bring('P1,water,45.0001,8.7015,,', 'P2,water,45.02,8.7015,,', 'P3,water,45.02,8.7015,S,', 'H,heat,45.0001,8.7015,,')
    expect(await tiesOf()).toEqual({ H: null, P1: 'AB', P2: null, P3: 'SA' })
    await bring('P1,water,45.0001,8.7005,,', 'P2,water,45.02,8.7015,,AB', 'P3,water,45.02,8.7015,B,')
    expect(await tiesOf()).toEqual({ H: null, P1: 'SA', P2: 'AB', P3: 'AB' })
  })

  it('is never removed, and goes over to the nearest link when its own is gone', async () => {
    await importFiles({ files: [geojsonFile([...NETWORK, feature.point('P', { link: 'AB' }, [1.1, 0.2])])] })
    await importFiles({ files: [geojsonFile(NETWORK.slice(0, 4))] })
    expect(await tiesOf()).toEqual({ P: 'SA' })
  })
})

const INP = [
  '[TITLE]',
  'a test',
  '[JUNCTIONS]',
  ';ID Elev',
  ' A  10 ',
  ' B  10',
  ' C  10',
  '[RESERVOIRS]',
  ' R  50',
  '[PIPES]',
  ' RA R A 100 100 100 0 Open ;',
  ' AB A B 100 100 100 0 Closed',
  ' BC B C 100 100 100 Closed',
  ' AC A C 100 100 100 0 CV',
  '[CONTROLS]',
  ' LINK AB OPEN IF NODE R ABOVE 20',
  '[COORDINATES]',
  ' R 500000 4983000',
  ' A 500100 4983000',
  ' B 500200 4983000',
  ' C 500200 4983100',
  '[VERTICES]',
  ' AC 500100 4983100',
  '[END]',
]

describe('an EPANET file', () => {
  it('gives nodes, links with their vertices, and a closed valve for a pipe that is closed and that nothing opens', async () => {
    await importFiles({ files: [fileOf(INP, 'net.inp')], crs: 32632 })
    expect(await codesOf()).toEqual(['A B C R', 'AB AC BC RA', 'BC@B'])
    expect(await database().device.findMany({ select: { conducting: true, nodeCode: true } })).toEqual([
      { conducting: false, nodeCode: 'B' },
    ])
    const [line] = await database().$queryRaw<[{ points: number; place: string }]>`
      SELECT ST_NPoints(geom) AS points, ST_AsText(ST_StartPoint(geom), 3) AS place FROM network_link WHERE code = 'AC'`
    expect(line).toEqual({ points: 3, place: 'POINT(9.001 45)' })
  })

  it('says which system its coordinates are in, or is refused', async () => {
    const file = fileOf(INP, 'net.inp')
    expect(await problemsOf(importFiles({ files: [file] }))).toContainEqual([5, 'coordinates', 'network_not_degrees'])
    expect(await problemsOf(importFiles({ files: [file], crs: 999_999 }))).toBe('network_unknown_crs')
    expect(await problemsOf(importFiles({ files: [file], crs: -1 }))).toBe('network_unknown_crs')
  })

  it.each([
    ['a node without coordinates', INP.filter((line) => !line.startsWith(' C 500')), [7, 'coordinates', 'network_no_coordinates']],
    ['a pipe to a node that is not there', INP.map((line) => line.replace('RA R A', 'RA R Z')), [11, 'to', 'network_unknown_node']],
    ['a pipe to its own node', INP.map((line) => line.replace('RA R A', 'RA R R')), [11, 'to', 'network_link_to_itself']],
    ['an id that is there twice', INP.map((line) => line.replace(' AB A B', ' RA A B')), [12, 'id', 'network_repeats_id']],
    [
      'a line that is cut off',
      INP.map((line) => line.replace(' RA R A 100 100 100 0 Open ;', ' RA R')),
      [11, 'to', 'import_value_missing'],
    ],
    ['a coordinate that is no number', INP.map((line) => line.replace(' A 500100', ' A x500100')), [19, 'x', 'import_bad_coordinate']],
  ])('with %s is refused, with line, field and reason', async (_, lines, problem) => {
    expect(await problemsOf(importFiles({ files: [fileOf(lines, 'net.inp')], crs: 32632 }))).toContainEqual(problem)
    expect(await codesOf()).toEqual(['', '', ''])
  })

  it('that ends before [END], or is something else, is refused', async () => {
    const refused = async (lines: string[] | Buffer, name = 'net.inp') =>
      problemsOf(importFiles({ files: [fileOf(lines, name)], crs: 32632 }))
    expect(await refused(INP.slice(0, -3))).toBe('network_cut_off')
    expect(await refused(['code,service', 'P,water'])).toBe('network_wrong_kind')
    expect(await refused(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'net.zip')).toBe('import_wrong_kind')
    expect(await refused(Buffer.alloc(0))).toBe('import_file_empty')
    expect(await refused(['{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"feature":"no'], 'cut.geojson')).toBe(
      'import_bad_json',
    )
    expect(await refused(['{"type":"Topology"}'], 'other.geojson')).toBe('network_no_features')
    expect(await refused(['x'.repeat(300_000)])).toBe('network_wrong_kind')
  })

  it('has its valves beside it, known by their place', async () => {
    const valves = fileOf(['id,link,node,conducting', ',RA,A,', 'gate,AC,C,no'], 'valves.csv')
    await importFiles({ files: [fileOf(INP, 'net.inp')], valves, crs: 32632 })
    expect(await codesOf()).toEqual(['A B C R', 'AB AC BC RA', 'BC@B RA@A gate'])
    const wrong = fileOf(['link,node', 'RA,A', 'RA,C', 'ZZ,A', 'RA,A'], 'valves.csv')
    expect(await problemsOf(importFiles({ files: [fileOf(INP, 'net.inp')], valves: wrong, crs: 32632 }))).toEqual([
      [3, 'node', 'network_device_not_at_end'],
      [4, 'link', 'network_unknown_link'],
      [5, 'id', 'network_repeats_id'],
    ])
  })
})
