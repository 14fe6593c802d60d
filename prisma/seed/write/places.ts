import { normaliseStreet } from '@/lib/addresses/normalise-street'
import type { Db } from '@/lib/db/client'
import { project } from '../plane/projection'
import type { Address } from '../town/address'
import type { Street } from '../town/street'

const MUNICIPALITY = { id: 1, country: 'IT', name: 'Roccafiume' }

export async function insertMunicipality(db: Db): Promise<void> {
  await db.municipality.create({ data: MUNICIPALITY })
}

export function insertStreets(db: Db, streets: readonly Street[]): Promise<number> {
  return db.$executeRaw`
    INSERT INTO street (id, municipality_id, type, name, label, search_text)
    SELECT id, ${MUNICIPALITY.id}::int, type, name, label, search_text
    FROM unnest(${streets.map(({ id }) => id)}::int[], ${streets.map(({ type }) => type)}::text[], ${streets.map(({ name }) => name)}::text[],
                ${streets.map(({ label }) => label)}::text[], ${streets.map(({ label }) => normaliseStreet(label))}::text[])
      AS row (id, type, name, label, search_text)`
}

export function insertAddresses(db: Db, addresses: readonly Address[]): Promise<number> {
  const places = addresses.map(({ point }) => project(point))
  return db.$executeRaw`
    INSERT INTO address (id, street_id, number, suffix, postcode, district, geom)
    SELECT id, street_id, number, suffix, postcode, district, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)
    FROM unnest(${addresses.map(({ id }) => id)}::int[], ${addresses.map(({ street }) => street.id)}::int[],
                ${addresses.map(({ number }) => number)}::int[], ${addresses.map(({ suffix }) => suffix)}::text[],
                ${addresses.map(({ postcode }) => postcode)}::text[], ${addresses.map(({ building }) => building.quarter.name)}::text[],
                ${places.map(([longitude]) => longitude)}::float8[], ${places.map(([, latitude]) => latitude)}::float8[])
      AS row (id, street_id, number, suffix, postcode, district, longitude, latitude)`
}
