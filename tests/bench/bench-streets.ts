import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CsvSplitter } from '@/lib/imports/split-csv'

/** A street on believable ground: it runs straight from its first house, a step a house. Degrees. */
export interface BenchStreet {
  city: string
  type: string
  name: string
  lat: number
  lon: number
  latStep: number
  lonStep: number
}

const STREETS_FILE = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'addresses', 'emilia-romagna-city-streets.csv')

/** Centres of the cities of that file, degrees. */
const CENTRES: Record<string, readonly [lat: number, lon: number]> = {
  Bologna: [44.494, 11.343],
  Modena: [44.647, 10.925],
  Ferrara: [44.838, 11.62],
  Rimini: [44.06, 12.566],
  Ravenna: [44.418, 12.2],
}
/** A city's radius and the distance between two houses, degrees: some 6 km and 12 m. */
const RADIUS = 0.055
const HOUSE = 0.00011

const TYPES = ['Via', 'Viale', 'Piazza', 'Vicolo', 'Strada']
const FIRST = ['Giuseppe', 'Anna', 'Marco', 'Lucia', 'Pietro', 'Elena', 'Carlo', 'Maria', 'Luigi', 'Sofia', 'Dante', 'Ada', 'Ugo', 'Irene']
const LAST = [
  'Garibaldi',
  'Rossi',
  'Bianchi',
  'Verdi',
  'Ferrari',
  'Romano',
  'Colombo',
  'Ricci',
  'Marino',
  'Greco',
  'Bruno',
  'Gallo',
  'Conti',
  'Costa',
]

/** Numbers that look random and are the same in each run. */
function hash(index: number, salt: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

function titled(name: string): string {
  return name.toLowerCase().replace(/(^|[\s'(.-])(\p{L})/gu, (match) => match.toUpperCase())
}

/** The official names where the shared folder is, else made-up ones: as many, in the same cities. */
function readNames(): Array<Pick<BenchStreet, 'city' | 'type' | 'name'>> {
  if (existsSync(STREETS_FILE)) {
    const rows = new CsvSplitter(',').push(readFileSync(STREETS_FILE, 'utf8')).slice(1)
    const named = rows.map(({ cells: [city = '', , , type = '', name = ''] }) => ({ city, type: titled(type), name: titled(name) }))
    return [...new Map(named.map((street) => [`${street.city} ${street.type} ${street.name}`, street])).values()]
  }
  return Object.keys(CENTRES).flatMap((city) =>
    TYPES.flatMap((type) => FIRST.flatMap((first) => LAST.map((last) => ({ city, type, name: `${first} ${last}` })))),
  )
}

/** The streets of the benchmark's towns: real names, dense centres. */
export function benchStreets(): BenchStreet[] {
  return readNames().map(({ city, type, name }, index) => {
    const [lat, lon] = CENTRES[city] ?? [44.5, 11.5]
    const away = RADIUS * hash(index, 1)
    const towards = 2 * Math.PI * hash(index, 2)
    const along = 2 * Math.PI * hash(index, 3)
    return {
      city,
      type,
      name,
      lat: lat + away * Math.sin(towards),
      lon: lon + 1.4 * away * Math.cos(towards),
      latStep: HOUSE * Math.sin(along),
      lonStep: 1.4 * HOUSE * Math.cos(along),
    }
  })
}

/** House `index` of a street, counted from 0: each eighth is the one before with an "A". */
export function benchHouse(street: BenchStreet, index: number) {
  const decimals = (degrees: number) => Number(degrees.toFixed(6))
  return {
    number: index - Math.floor((index + 1) / 8) + 1,
    suffix: index % 8 === 7 ? 'A' : '',
    lat: decimals(street.lat + index * street.latStep),
    lon: decimals(street.lon + index * street.lonStep),
  }
}
