import type { Polygon } from 'geojson'
import { database } from '@/lib/db/client'
import type { Channel, ContactState, Service } from '@/lib/db/generated/enums'
import { DEFAULT_NOTICE_PLAN } from '@/lib/utility/notice-plan'

/** Test places lie on a grid near this corner; one step is about 100 m. */
const CORNER = { longitude: 8.7, latitude: 45 }
const STEP = 0.001

function at(x: number, y: number): [number, number] {
  return [CORNER.longitude + x * STEP, CORNER.latitude + y * STEP]
}

/** A square on the grid, from (x, y) for `size` steps. */
export function square(x: number, y: number, size: number): Polygon {
  return { type: 'Polygon', coordinates: [[at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size), at(x, y)]] }
}

/** A utility in Rome's zone that serves 50 by 50 steps, tells by the default plan, and has a call centre. */
export async function createUtility(): Promise<void> {
  const db = database()
  await db.utility.create({
    data: {
      name: 'Acque di Prova',
      sender: 'AcqueProva',
      country: 'IT',
      zone: 'Europe/Rome',
      defaultLanguage: 'it',
      languages: ['it', 'en', 'lt', 'uk'],
      services: ['water', 'heat', 'power'],
      phone: '+39 0131 000000',
      website: 'https://acque.example',
      quietFrom: '21:00',
      quietTo: '08:00',
    },
  })
  await db.$executeRaw`UPDATE utility SET served_area = ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(square(-1, -1, 51))}), 4326))`
  await db.noticePlan.createMany({
    data: (['water', 'heat', 'power'] as const).map((service) => ({ service, stages: DEFAULT_NOTICE_PLAN })),
  })
  const person = await db.person.create({ data: {} })
  await db.contact.create({
    data: {
      personId: person.id,
      channel: 'email',
      value: 'callcentre@example.org',
      language: 'it',
      state: 'confirmed',
      subscriptions: { create: { role: 'call_centre' } },
    },
  })
}

export interface Household {
  x: number
  y: number
  street: string
  number: number
  channel: Channel
  value: string
  language: string
  state?: ContactState
  service?: Service
}

/** An address with one service point, one account and one contact that hears of it. */
export async function addHousehold(household: Household): Promise<{ addressId: number; contactId: number }> {
  const db = database()
  const { street: label, number, channel, value, language, state = 'confirmed', service = 'water' } = household
  const municipality = await db.municipality.upsert({
    where: { country_name: { country: 'IT', name: 'Provaglio' } },
    create: { country: 'IT', name: 'Provaglio' },
    update: {},
  })
  const [type = '', ...name] = label.split(' ')
  const key = { municipalityId: municipality.id, type, name: name.join(' ') }
  const street = await db.street.upsert({
    where: { municipalityId_type_name: key },
    create: { ...key, label, searchText: label.toLowerCase() },
    update: {},
  })
  const [longitude, latitude] = at(household.x, household.y)
  const [address] = await db.$queryRaw<Array<{ id: number }>>`
    INSERT INTO address (street_id, number, geom) VALUES (${street.id}, ${number}, ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326)) RETURNING id`
  const addressId = address?.id ?? 0
  const [point] = await db.$queryRaw<Array<{ id: number }>>`
    INSERT INTO service_point (service, code, address_id, geom)
    VALUES (${service}::service, ${`P-${addressId}`}, ${addressId}, ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326)) RETURNING id`
  const person = await db.person.create({ data: {} })
  const account = await db.account.create({ data: { servicePointId: point?.id ?? 0, number: `A-${addressId}`, holderId: person.id } })
  const contact = await db.contact.create({
    data: {
      personId: person.id,
      channel,
      value,
      language,
      state,
      subscriptions: { create: { accountId: account.id, role: 'holder' } },
    },
  })
  return { addressId, contactId: contact.id }
}
