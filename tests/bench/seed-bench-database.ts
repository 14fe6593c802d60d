import { streetKey } from '@/lib/addresses/place-key'
import { database } from '@/lib/db/client'
import { type BenchStreet, benchStreets } from './bench-streets'
import { BENCH_UTILITY, emptyBenchDatabase } from './empty-bench-database'

const db = database

/** A utility of its own, which says that this database may be emptied. */
export async function seedBenchUtility(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO utility (id, name, sender, country, zone, default_language, languages, services, phone, website, quiet_from, quiet_to, served_area)
    VALUES (1, ${BENCH_UTILITY}, 'BENCH', 'IT', 'Europe/Rome', 'it', '{it,en,lt,uk}', '{water,heat,power,gas}', '+39 051 000000', 'https://bench.invalid',
      '21:00', '08:00', ST_Multi(ST_MakeEnvelope(10, 43, 14, 46, 4326)))
    ON CONFLICT (id) DO UPDATE SET served_area = EXCLUDED.served_area`
}

async function seedStreets(streets: BenchStreet[]): Promise<void> {
  await db().$executeRaw`
    INSERT INTO municipality (country, name) SELECT DISTINCT 'IT', city FROM unnest(${streets.map(({ city }) => city)}::text[]) AS city ORDER BY city`
  const labels = streets.map(({ type, name }) => `${type} ${name}`)
  await db().$executeRaw`
    INSERT INTO street (municipality_id, type, name, label, search_text)
    SELECT m.id, s.type, s.name, s.label, s.key
    FROM unnest(${streets.map(({ city }) => city)}::text[], ${streets.map(({ type }) => type)}::text[], ${streets.map(({ name }) => name)}::text[],
      ${labels}::text[], ${labels.map(streetKey)}::text[]) WITH ORDINALITY AS s (city, type, name, label, key, position)
    JOIN municipality m ON m.name = s.city
    ORDER BY s.position`
}

/** Street n of the list has id n. Indexes of the same shape as bench-streets.ts gives houses. */
async function seedAddresses(streets: BenchStreet[], houses: number, addresses: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO address (street_id, number, suffix, postcode, geom)
    SELECT s.id, h.index - (h.index + 1) / 8 + 1, CASE WHEN h.index % 8 = 7 THEN 'A' ELSE '' END, '40100',
      ST_SetSRID(ST_MakePoint(round((s.lon + h.index * s.lon_step)::numeric, 6), round((s.lat + h.index * s.lat_step)::numeric, 6)), 4326)
    FROM unnest(${streets.map(({ lat }) => lat)}::float8[], ${streets.map(({ lon }) => lon)}::float8[],
      ${streets.map(({ latStep }) => latStep)}::float8[], ${streets.map(({ lonStep }) => lonStep)}::float8[])
      WITH ORDINALITY AS s (lat, lon, lat_step, lon_step, id)
    CROSS JOIN LATERAL generate_series(0, ${houses}::int - 1) AS h (index)
    ORDER BY s.id, h.index
    LIMIT ${addresses}::int`
  await db().$executeRaw`ANALYZE address`
  await db().$executeRaw`ANALYZE street`
}

/** Every twentieth service point is one meter for a building of 12. */
async function seedServicePoints(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO service_point (service, code, address_id, kind, units, geom)
    SELECT 'power', 'IT001E' || lpad(id::text, 8, '0'), id, CASE WHEN id % 20 = 0 THEN 'shared' ELSE 'individual' END::service_point_kind,
      CASE WHEN id % 20 = 0 THEN 12 ELSE 1 END, geom
    FROM address ORDER BY id`
  await db().$executeRaw`ANALYZE service_point`
}

/** A third of the accounts has a contact, each hundredth of these a second one. */
async function seedCustomers(): Promise<void> {
  await db().$executeRaw`INSERT INTO person (id) SELECT id FROM service_point WHERE id % 3 = 0`
  await db().$executeRaw`
    INSERT INTO account (service_point_id, number, meter_number, holder_name, holder_id)
    SELECT id, 'C' || lpad(id::text, 8, '0'), 'M' || id, 'Holder ' || id, CASE WHEN id % 3 = 0 THEN id END FROM service_point ORDER BY id`
  await db().$executeRaw`
    INSERT INTO contact (person_id, channel, value, language, state, confirmed_at)
    SELECT holder_id, c.channel::channel, CASE c.channel WHEN 'sms' THEN '+39333' || lpad(id::text, 7, '0')
        WHEN 'email' THEN 'holder' || id || '@example.org' ELSE '7' || lpad(id::text, 9, '0') END,
      (ARRAY['it', 'it', 'it', 'it', 'it', 'it', 'en', 'uk', 'uk', 'lt'])[id / 3 % 10 + 1], 'confirmed', now()
    FROM account
    CROSS JOIN LATERAL (
      SELECT (ARRAY['sms', 'sms', 'sms', 'sms', 'sms', 'email', 'email', 'email', 'email', 'telegram'])[id / 3 % 10 + 1] AS channel
      UNION ALL SELECT 'viber' WHERE id % 330 = 0
    ) c
    WHERE id % 3 = 0
    ORDER BY id`
  await db().$executeRaw`
    INSERT INTO subscription (contact_id, account_id, role)
    SELECT c.id, a.id, 'holder' FROM contact c JOIN account a ON a.holder_id = c.person_id ORDER BY c.id`
  await db().$executeRaw`SELECT setval(pg_get_serial_sequence('person', 'id'), greatest(1, (SELECT max(id) FROM person)))`
  await db().$executeRaw`ANALYZE account, contact, subscription`
}

/** Empties the database and fills it with towns of so many addresses, and nothing else. */
export async function seedBenchAddresses(addresses: number): Promise<BenchStreet[]> {
  const streets = benchStreets()
  await emptyBenchDatabase()
  await seedBenchUtility()
  await seedStreets(streets)
  await seedAddresses(streets, Math.ceil(addresses / streets.length), addresses)
  return streets
}

/** A main street in twenty, a house at every second address. */
async function seedBackdrop(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO backdrop_feature (layer, kind, name, geom)
    SELECT 'street', CASE WHEN street.id % 20 = 0 THEN 'main' ELSE 'residential' END, street.label, ST_MakeLine(address.geom ORDER BY address.id)
    FROM address JOIN street ON street.id = address.street_id GROUP BY street.id HAVING count(*) > 1`
  await db().$executeRaw`
    INSERT INTO backdrop_feature (layer, kind, name, geom)
    SELECT 'building', 'house', '', ST_Expand(geom, 0.00004) FROM address WHERE id % 2 = 0`
}

/** A cable along each street, a link for every fifth house, a switch for every fourth link. */
async function seedNetwork(): Promise<void> {
  await db().$executeRaw`
    INSERT INTO network_node (service, code, kind, geom) SELECT 'power', 'N' || id, 'junction', geom FROM address WHERE id % 5 = 0`
  await db().$executeRaw`
    INSERT INTO network_link (service, code, kind, from_node, to_node, geom)
    SELECT 'power', 'L' || id, 'cable', 'N' || id, 'N' || next_id, ST_MakeLine(geom, next_geom)
    FROM (
      SELECT id, geom, lead(geom) OVER street AS next_geom, lead(id) OVER street AS next_id FROM address WHERE id % 5 = 0
      WINDOW street AS (PARTITION BY street_id ORDER BY id)
    ) house WHERE next_id IS NOT NULL`
  await db().$executeRaw`
    INSERT INTO device (service, code, kind, link_code, node_code, geom)
    SELECT service, 'D' || id, 'switch', code, from_node, ST_StartPoint(geom) FROM network_link WHERE id % 4 = 0`
}

/** Empties the database and fills it with what a map shows: so many addresses with service points, their streets, houses and network. */
export async function seedBenchMap(servicePoints: number): Promise<void> {
  await db().$executeRaw`TRUNCATE backdrop_feature, network_node, network_link, device RESTART IDENTITY CASCADE`
  await seedBenchAddresses(servicePoints)
  await seedServicePoints()
  await seedBackdrop()
  await seedNetwork()
  await db().$executeRaw`VACUUM ANALYZE`
}

/**
 * Empties the database and fills it for benchmarks: so many addresses, each with a service point and an account; contacts for a third of these
 * (370,000 at 1.1 million). Real street names where the shared folder is.
 */
export async function seedBenchDatabase(servicePoints: number): Promise<void> {
  await seedBenchAddresses(servicePoints)
  await seedServicePoints()
  await seedCustomers()
}
