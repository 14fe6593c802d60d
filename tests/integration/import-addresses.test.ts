import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { importAddresses } from '@/lib/addresses/import-addresses'
import { database } from '@/lib/db/client'
import { beginAnew } from './begin-anew'
import { CLI, fileOf, NOW, problemsOf, REJECTS, readRejects } from './import-files'

const HEADER = 'municipality,street_type,street,number,suffix,postcode,lat,lon'
const ROWS = [
  'Prova,Via,Roma,1,,15121,45.001,8.701',
  'Prova,Via,Roma,1,a,15121,45.0011,8.7011',
  'Prova,Viale,Libertà,12 bis,,15122,45.002,8.702',
]
const ALESSANDRIA = path.resolve('..', 'shared', 'data', 'addresses', 'alessandria-house-numbers.csv')

function load(rows: string[], request: object = {}, header = HEADER) {
  return importAddresses(CLI, { file: fileOf([header, ...rows]), ...request }, NOW)
}

async function counts() {
  const db = database()
  return { municipalities: await db.municipality.count(), streets: await db.street.count(), addresses: await db.address.count() }
}

async function staged(): Promise<number> {
  const [row] = await database().$queryRaw<[{ count: number }]>`
    SELECT ((SELECT count(*) FROM staging.address) + (SELECT count(*) FROM staging.rejected_row))::int AS count`
  return row.count
}

beforeEach(async () => {
  await beginAnew('municipality', 'street', 'address', 'import_run')
})

describe('a file of addresses', () => {
  it('brings municipalities, streets and addresses in, and writes the run down', async () => {
    expect(await load(ROWS)).toEqual({ file: 'rows.csv', new: 3, changed: 0, unchanged: 0, rejected: 0 })
    expect(await counts()).toEqual({ municipalities: 1, streets: 2, addresses: 3 })
    const houses = await database().$queryRaw`
      SELECT s.label, s.search_text, a.number, a.suffix, a.postcode, ST_X(a.geom) AS lon FROM address a JOIN street s ON s.id = a.street_id ORDER BY a.id`
    expect(houses).toEqual([
      { label: 'Via Roma', search_text: 'via roma', number: 1, suffix: '', postcode: '15121', lon: 8.701 },
      { label: 'Via Roma', search_text: 'via roma', number: 1, suffix: 'A', postcode: '15121', lon: 8.7011 },
      { label: 'Viale Libertà', search_text: 'viale liberta', number: 12, suffix: 'bis', postcode: '15122', lon: 8.702 },
    ])
    expect(await database().importRun.findMany({ select: { kind: true, added: true, finishedAt: true } })).toEqual([
      { kind: 'addresses', added: 3, finishedAt: expect.any(Date) },
    ])
    expect(await database().auditEntry.count({ where: { action: 'import.addresses', actor: 'cli:test' } })).toBeGreaterThan(0)
    expect(await staged()).toBe(0)
  })

  it('changes nothing the second time, however the streets are spelt', async () => {
    await load(ROWS)
    expect(await load(ROWS)).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
    expect(await load(['PROVA,VIA,ROMA,1/A,,15121,"45,0011","8,7011"', 'prova,V.le,liberta,12,BIS,15122,45.002,8.702'])).toMatchObject({
      unchanged: 2,
    })
    expect(await counts()).toEqual({ municipalities: 1, streets: 2, addresses: 3 })
  })

  it('counts as changed only what differs, and leaves alone what the file does not say', async () => {
    await load(ROWS)
    const moved = ['Prova,Via,Roma,1,,45.001,8.7015', 'Prova,Via,Roma,1,A,45.0011,8.7011']
    expect(await load(moved, {}, 'municipality,street_type,street,number,suffix,lat,lon')).toMatchObject({
      new: 0,
      changed: 1,
      unchanged: 1,
    })
    expect(await database().address.findMany({ select: { postcode: true }, distinct: ['postcode'], orderBy: { postcode: 'asc' } })).toEqual(
      [{ postcode: '15121' }, { postcode: '15122' }],
    )
  })

  it('takes columns under other names, constants, a byte-order mark, semicolons and GeoJSON', async () => {
    const mapped = { map: { Strada: 'street', civico: 'number', cap: 'postcode' }, set: { municipality: 'Prova' } }
    expect(await load(['Via Po;3/b;15100;45,01;8,71'], mapped, '\uFEFFStrada;civico;cap;lat;lon')).toMatchObject({ new: 1 })
    const feature = {
      type: 'Feature',
      properties: { Street: 'Via Po', number: 5 },
      geometry: { type: 'Point', coordinates: [8.71, 45.01] },
    }
    const file = fileOf([JSON.stringify({ type: 'FeatureCollection', features: [feature] })], 'rows.geojson')
    expect(await importAddresses(CLI, { file, set: { municipality: 'Prova' } }, NOW)).toMatchObject({ new: 1 })
    expect(await counts()).toEqual({ municipalities: 1, streets: 1, addresses: 2 })
  })

  it('names line, field and reason of every wrong row, and imports nothing', async () => {
    const wrong = [
      'Prova,Via,"Lunga\nvia",1,,15121,45.001,8.701',
      'Prova,Via,Roma,SNC,,15121,45.001,8.701',
      'Prova,Via,Roma,2,,15121,0,0',
      'Prova,Via,Roma,3,,15121,8.701,45.001',
      'Prova,Via,Roma,4,,15121,52.5,13.4',
      'Prova,Via,Roma,5,,15121,north,8.701',
      'Prova,Via,,6,,15121,45.001,8.701',
      'Prova,Via,Roma,7,,15121,45.001',
      'Prova,Via,Roma,8,,15121,45.001,8.701,more',
      'Prova,via,ROMA,1/A,,15121,45.001,8.701',
    ]
    expect(await problemsOf(load([...ROWS, ...wrong]))).toEqual([
      [7, 'number', 'import_bad_house_number'],
      [8, 'lat', 'import_coordinates_zero'],
      [9, 'lat', 'import_coordinates_swapped'],
      [10, 'lat', 'import_outside_area'],
      [11, 'lat', 'import_bad_coordinate'],
      [12, 'street', 'import_value_missing'],
      [13, '', 'import_too_few_columns'],
      [14, '', 'import_too_many_columns'],
      [15, 'number', 'import_repeats_line'],
    ])
    expect(await counts()).toEqual({ municipalities: 0, streets: 0, addresses: 0 })
    expect(await database().importRun.count()).toBe(0)
    expect(await staged()).toBe(0)
  })

  it('puts rejected rows into a file with their reason, and imports the rest', async () => {
    const wrong = ['Prova,Via,"Roma ""nuova""",1,,15121,0,0', 'Prova,Via,Roma,1,,15121,45.009,8.709']
    expect(await load([...ROWS, ...wrong], { rejectFile: REJECTS })).toMatchObject({ new: 3, rejected: 2 })
    expect(readRejects()).toEqual([
      '5,lat,"The coordinates are 0,0, which is in the ocean: fill in the true ones.",Prova,Via,"Roma ""nuova""",1,,15121,0,0',
      '6,number,The row repeats line 2: keep one of them.,Prova,Via,Roma,1,,15121,45.009,8.709',
    ])
  })

  it('says in a dry run what would happen, and does not do it', async () => {
    await load(ROWS.slice(0, 1))
    expect(await load(ROWS, { dryRun: true })).toMatchObject({ new: 2, unchanged: 1 })
    expect(await counts()).toMatchObject({ addresses: 1 })
  })

  it('widens the served area where asked to, but not for swapped coordinates', async () => {
    const far = 'Prova,Via,Lontana,1,,15121,45.2,8.9'
    expect(await problemsOf(load([far]))).toEqual([[2, 'lat', 'import_outside_area']])
    expect(await load([far], { extendServedArea: true })).toMatchObject({ new: 1 })
    expect(await load(['Prova,Via,Lontana,2,,15121,45.2001,8.9001'])).toMatchObject({ new: 1 })
    expect(await problemsOf(load(['Prova,Via,Lontana,3,,15121,8.9,45.2'], { extendServedArea: true }))).toEqual([
      [2, 'lat', 'import_coordinates_swapped'],
    ])
  })

  it('is refused from whoever may not import, and as its own file of rejects', async () => {
    expect(await problemsOf(importAddresses({ kind: 'public', source: '::1' }, { file: fileOf([HEADER, ...ROWS]) }, NOW))).toBe(
      'sign_in_first',
    )
    const file = fileOf([HEADER, ...ROWS])
    expect(await problemsOf(importAddresses(CLI, { file, rejectFile: file }, NOW))).toBe('import_reject_same')
    expect(await problemsOf(load(ROWS, {}, HEADER.replace('lat', 'latitude')))).toBe('import_missing_column')
  })

  it('may be imported twice at once: each row is new once', async () => {
    const file = fileOf([HEADER, ...ROWS])
    const summaries = await Promise.all([importAddresses(CLI, { file }, NOW), importAddresses(CLI, { file }, NOW)])
    expect(summaries.reduce((sum, summary) => sum + summary.new, 0)).toBe(3)
    expect(await counts()).toMatchObject({ addresses: 3 })
  })
})

describe.skipIf(!existsSync(ALESSANDRIA))('the house numbers of Alessandria', () => {
  it('come in as documented in less than 30 s, their 38 repeated numbers rejected', async () => {
    const request = {
      file: ALESSANDRIA,
      set: { municipality: 'Alessandria' },
      map: { cap: 'postcode' },
      rejectFile: REJECTS,
      extendServedArea: true,
    }
    const start = Date.now()
    expect(await importAddresses(CLI, request, NOW)).toMatchObject({ new: 26_122, rejected: 38 })
    expect(Date.now() - start).toBeLessThan(30_000)
    expect(await importAddresses(CLI, request, NOW)).toMatchObject({ new: 0, changed: 0, unchanged: 26_122, rejected: 38 })
  })
})
