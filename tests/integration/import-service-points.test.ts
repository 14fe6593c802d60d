import { beforeEach, describe, expect, it } from 'vitest'
import { importAddresses } from '@/lib/addresses/import-addresses'
import { importServicePoints } from '@/lib/customers/import-service-points'
import { database } from '@/lib/db/client'
import { beginAnew } from './begin-anew'
import { CLI, fileOf, NOW, problemsOf } from './import-files'

const HEADER = 'code,service,kind,units,municipality,street_type,street,number,suffix,lat,lon'
const ROWS = [
  'P1,power,,,Prova,Via,Roma,1,,45.00101,8.70101',
  'P2,water,shared,12,PROVA,v.,roma,1,a,,',
  'P3,power,,4,,,,,,45.0021,8.7019',
  'P4,heat,,,,,,,,45.01,8.71',
]

function load(rows: string[], request: object = {}, header = HEADER) {
  return importServicePoints(CLI, { file: fileOf([header, ...rows]), ...request }, NOW)
}

function findPoints() {
  return database().$queryRaw`
    SELECT p.code, p.service, p.kind, p.units, a.number || a.suffix AS house, round(ST_Y(p.geom)::numeric, 5)::float8 AS lat
    FROM service_point p LEFT JOIN address a ON a.id = p.address_id ORDER BY p.code`
}

function describeTable() {
  return database().$queryRaw`
    SELECT indexdef AS definition FROM pg_indexes WHERE tablename = 'service_point'
    UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'service_point'::regclass
    ORDER BY definition`
}

beforeEach(async () => {
  await beginAnew('municipality', 'street', 'address', 'service_point', 'import_run')
  const addresses = ['Prova,Via,Roma,1,,45.001,8.701', 'Prova,Via,Roma,1,A,45.0011,8.7011', 'Prova,Via,Po,2,,45.002,8.702']
  await importAddresses(
    CLI,
    { file: fileOf(['municipality,street_type,street,number,suffix,lat,lon', ...addresses], 'addresses.csv') },
    NOW,
  )
})

describe('a file of service points', () => {
  it('finds each address by name, else the nearest within 50 m, else none', async () => {
    expect(await load(ROWS)).toMatchObject({ new: 4, rejected: 0 })
    expect(await findPoints()).toEqual([
      { code: 'P1', service: 'power', kind: 'individual', units: 1, house: '1', lat: 45.00101 },
      { code: 'P2', service: 'water', kind: 'shared', units: 12, house: '1A', lat: 45.0011 },
      { code: 'P3', service: 'power', kind: 'shared', units: 4, house: '2', lat: 45.0021 },
      { code: 'P4', service: 'heat', kind: 'individual', units: 1, house: null, lat: 45.01 },
    ])
  })

  it('leaves the table with the indexes and keys that the migration gave it', async () => {
    const before = await describeTable()
    await load(ROWS)
    expect(await describeTable()).toEqual(before)
  })

  it('changes nothing the second time, and only what differs the third', async () => {
    await load(ROWS)
    expect(await load(ROWS)).toMatchObject({ new: 0, changed: 0, unchanged: 4 })
    const next = [
      'P1,power,,,Prova,Via,Po,2,,45.00101,8.70101',
      'P2,water,shared,14,Prova,Via,Roma,1,A,,',
      'P5,power,,,Prova,Via,Roma,1,,,',
    ]
    expect(await load(next)).toMatchObject({ new: 1, changed: 2, unchanged: 0 })
  })

  it('leaves alone what the file does not say: a point stays where it is while its address does', async () => {
    await load(ROWS)
    const header = 'code,municipality,street,number'
    expect(await load(['P1,Prova,Via Roma,1'], { set: { service: 'power' } }, header)).toMatchObject({ unchanged: 1 })
    expect(await load(['P1,Prova,Via Po,2'], { set: { service: 'power' } }, header)).toMatchObject({ changed: 1 })
    expect(await findPoints()).toContainEqual(expect.objectContaining({ code: 'P1', house: '2', lat: 45.002 }))
  })

  it('names line, field and reason of every wrong row, and imports nothing', async () => {
    const wrong = [
      'Q1,steam,,,Prova,Via,Roma,1,,,',
      'Q2,power,flat,,Prova,Via,Roma,1,,,',
      'Q3,power,shared,0,Prova,Via,Roma,1,,,',
      'Q4,power,individual,3,Prova,Via,Roma,1,,,',
      'Q5,power,,,,,,,,,',
      'Q6,power,,,Altrove,Via,Roma,1,,,',
      'Q7,power,,,Prova,Via,Nuova,1,,,',
      'Q8,power,,,Prova,Via,Roma,99,,,',
      'Q9,power,,,,,,,,8.7,45.0',
      'Q10,power,,,,,,,,41.9,12.5',
    ]
    expect(await problemsOf(load(wrong))).toEqual([
      [2, 'service', 'import_not_one_of'],
      [3, 'kind', 'import_not_one_of'],
      [4, 'units', 'import_bad_units'],
      [5, 'units', 'import_units_individual'],
      [6, 'street', 'import_place_missing'],
      [7, 'municipality', 'import_unknown_municipality'],
      [8, 'street', 'import_unknown_street'],
      [9, 'number', 'import_unknown_number'],
      [10, 'lat', 'import_coordinates_swapped'],
      [11, 'lat', 'import_outside_area'],
    ])
    expect(await problemsOf(load([...ROWS, 'P1,power,,,Prova,Via,Po,2,,,']))).toEqual([[6, 'code', 'import_repeats_line']])
    expect(await database().servicePoint.count()).toBe(0)
  })

  it('flags priority customers, keeps the flag where a file does not say, and takes it away by name', async () => {
    const flags = () => database().servicePoint.findMany({ select: { code: true, priority: true }, orderBy: { code: 'asc' } })
    const header = 'code,service,municipality,street,number,priority'
    await load(['P1,power,Prova,Via Roma,1,Hospital', 'P2,power,Prova,Via Po,2,dialysis'], {}, header)
    await load(['P1,power,Prova,Via Roma,1,', 'P2,power,Prova,Via Po,2,none', 'P3,power,Prova,Via Po,2,school'], {}, header)
    expect(await flags()).toEqual([
      { code: 'P1', priority: 'hospital' },
      { code: 'P2', priority: null },
      { code: 'P3', priority: 'school' },
    ])
    expect(await problemsOf(load(['P4,power,Prova,Via Po,2,vip'], {}, header))).toEqual([[2, 'priority', 'import_not_one_of']])
  })

  it('knows a code for each service', async () => {
    expect(await load(['P1,power,,,Prova,Via,Po,2,,,', 'P1,water,,,Prova,Via,Po,2,,,'])).toMatchObject({ new: 2 })
  })
})
