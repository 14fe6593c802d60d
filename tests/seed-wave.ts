import type { Polygon } from 'geojson'
import { SYSTEM } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { type NoticeStage, noticeStages } from '@/lib/utility/notice-plan'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'

/** All of the towns that tests and benchmarks make up. Degrees. */
export const EVERYWHERE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [10, 43],
      [14, 43],
      [14, 46],
      [10, 46],
      [10, 43],
    ],
  ],
}

export interface WavePeople {
  /** Of the utility. */
  name?: string
  people: number
  /** Person n has the channel n modulo the length of these. */
  channels: Channel[]
}

async function seedUtility(name: string, stages: NoticeStage[]): Promise<void> {
  const db = database()
  await db.$executeRaw`
    INSERT INTO utility (id, name, sender, country, zone, default_language, languages, services, phone, website, quiet_from, quiet_to, served_area, updated_at)
    VALUES (1, ${name}, 'AcqueProva', 'IT', 'Europe/Rome', 'it', '{it,en,lt,uk}', '{water,power}', '+39 0131 000000', 'https://acque.example',
      '00:00', '00:00', ST_Multi(ST_MakeEnvelope(9, 42, 15, 47, 4326)), now())
    ON CONFLICT (id) DO UPDATE SET served_area = excluded.served_area`
  const plan = { stages: noticeStages.parse(stages) }
  await db.noticePlan.upsert({ where: { service: 'power' }, create: { service: 'power', ...plan }, update: plan })
}

/** People with a house, a service point, an account and one confirmed contact each; set by set. */
async function seedPeople({ people, channels }: WavePeople): Promise<void> {
  const db = database()
  await db.$executeRaw`INSERT INTO municipality (country, name) VALUES ('IT', 'Provaglio')`
  await db.$executeRaw`
    INSERT INTO street (municipality_id, type, name, label, search_text)
    SELECT municipality.id, 'Via', 'della Prova ' || n, 'Via della Prova ' || n, 'via della prova ' || n FROM municipality, generate_series(1, ${people}::int / 100 + 1) n`
  await db.$executeRaw`
    INSERT INTO address (street_id, number, geom)
    SELECT n / 100 + 1, n % 100 + 1, ST_SetSRID(ST_MakePoint(11 + (n % 1000) / 10000.0, 44 + n / 1000 / 10000.0), 4326) FROM generate_series(0, ${people}::int - 1) n`
  await db.$executeRaw`INSERT INTO service_point (service, code, address_id, geom) SELECT 'power', 'P' || id, id, geom FROM address ORDER BY id`
  await db.$executeRaw`INSERT INTO person (id) SELECT id FROM address`
  await db.$executeRaw`INSERT INTO account (service_point_id, number, holder_id) SELECT id, 'A' || id, address_id FROM service_point ORDER BY id`
  await db.$executeRaw`
    INSERT INTO contact (person_id, channel, value, language, state, confirmed_at)
    SELECT id, channel::channel, CASE channel WHEN 'sms' THEN '+39333' || lpad(id::text, 7, '0') WHEN 'email' THEN 'p' || id || '@example.org'
        WHEN 'telegram' THEN (700000000 + id)::text ELSE 'viber-user-' || lpad(id::text, 12, '0') END,
      (ARRAY['it', 'it', 'it', 'en', 'uk', 'lt'])[id % 6 + 1], 'confirmed', now()
    FROM person, LATERAL (SELECT (${channels}::text[])[id % ${channels.length}::int + 1] AS channel) chosen
    ORDER BY id`
  await db.$executeRaw`
    INSERT INTO subscription (contact_id, account_id, role)
    SELECT contact.id, account.id, 'holder' FROM contact JOIN account ON account.holder_id = contact.person_id ORDER BY contact.id`
  await db.$executeRaw`SELECT setval(pg_get_serial_sequence('person', 'id'), ${people}::int)`
  await db.$executeRaw`ANALYZE`
}

/** Fills an empty database with a utility and its people. */
export async function seedWave(people: WavePeople, stages: NoticeStage[] = [{ kind: 'same_day', before: 'PT2H' }]): Promise<void> {
  await seedUtility(people.name ?? 'Acque di Prova', stages)
  await seedPeople(people)
}

/** A strip of the town, the `index`th of `count`, each with as many people. */
export function stripOf(index: number, count: number): Polygon {
  const [west, east] = [index, index + 1].map((edge) => 11 + ((edge * 1000) / count - 0.5) / 10_000) as [number, number]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, 43.9],
        [east, 43.9],
        [east, 45],
        [west, 45],
        [west, 43.9],
      ],
    ],
  }
}

/** Works that hit everybody in an area, from `start` on for six hours, published at `now`. */
export async function publishWave(start: Date, now: Date, title = 'A new transformer', area = EVERYWHERE): Promise<string> {
  const end = new Date(start.getTime() + 6 * 3_600_000)
  const windows = [{ start: start.toISOString(), end: end.toISOString() }]
  const { reference } = await createWorks(SYSTEM, { service: 'power', title, parts: [{ area, windows }] }, now)
  await publishWorks(SYSTEM, { reference, shortNoticeReason: 'A test of the wave' }, now)
  return reference
}

/** Brings the first planned notice of works forward to `now`, as if its time had come. */
export async function makeFirstNoticeDue(reference: string, now: Date): Promise<void> {
  const first = await database().notice.findFirstOrThrow({
    where: { works: { reference }, state: 'planned' },
    orderBy: { dueAt: 'asc' },
    select: { id: true },
  })
  await database().notice.update({ where: { id: first.id }, data: { dueAt: now } })
}
