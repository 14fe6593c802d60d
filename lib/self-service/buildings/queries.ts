import { z } from 'zod'
import { addressRow } from '@/lib/addresses/address-row'
import type { Place } from '@/lib/addresses/read-place'
import { IS_STOPPED } from '@/lib/contacts/stopped'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { FEWEST_FLATS } from './building'

const address = addressRow.extend({ streetId: z.number() })
type AddressRow = z.infer<typeof address>

const ADDRESS = Prisma.sql`
  address.id, street.id AS "streetId", street.label AS street, address.number, address.suffix, address.postcode, municipality.name AS municipality`
const JOINS = Prisma.sql`
  JOIN street ON street.id = address.street_id JOIN municipality ON municipality.id = street.municipality_id`

export async function findBuildingsById(db: Db, ids: number[]): Promise<AddressRow[]> {
  const rows = await db.$queryRaw`SELECT ${ADDRESS} FROM address ${JOINS} WHERE address.id = ANY (${ids}::int[])`
  return z.array(address).parse(rows)
}

export async function findBuildingsByPlace(db: Db, places: Place[]): Promise<AddressRow[]> {
  const rows = await db.$queryRaw`
    SELECT DISTINCT ${ADDRESS}
    FROM unnest(${places.map(({ streetId }) => streetId)}::int[], ${places.map(({ number }) => number)}::int[],
                ${places.map(({ suffix }) => suffix)}::text[]) AS place (street_id, number, suffix)
    JOIN address ON address.street_id = place.street_id AND address.number = place.number AND address.suffix = place.suffix ${JOINS}`
  return z.array(address).parse(rows)
}

const counted = z.array(address.extend({ flats: z.number().nullable(), told: z.number() }))

/**
 * The buildings that a person manages, with how many flats each has by its meters (a shared one counts its dwellings; of several services the largest),
 * and how many households are told: people with a confirmed contact that follows the address, or a contract of a flat. Fewer than three flats
 * are not counted.
 */
export async function findManagedBuildings(db: Db, personId: number): Promise<z.infer<typeof counted>> {
  const rows = await db.$queryRaw`
    WITH managed AS (
      SELECT DISTINCT subscription.address_id AS id
      FROM subscription JOIN contact ON contact.id = subscription.contact_id
      WHERE contact.person_id = ${personId} AND subscription.role = 'building_manager' AND subscription.address_id IS NOT NULL
    ), dwellings AS (
      SELECT address_id, max(units) AS flats
      FROM (
        SELECT service_point.address_id, service_point.service, sum(service_point.units)::int AS units
        FROM managed JOIN service_point ON service_point.address_id = managed.id
        GROUP BY 1, 2
      ) by_service
      GROUP BY 1
    ), households AS (
      SELECT subscription.address_id, contact.person_id
      FROM managed
      JOIN subscription ON subscription.address_id = managed.id AND subscription.role <> 'building_manager' AND NOT ${IS_STOPPED}
      JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
      UNION
      SELECT service_point.address_id, contact.person_id
      FROM managed
      JOIN service_point ON service_point.address_id = managed.id AND service_point.kind = 'individual'
      JOIN account ON account.service_point_id = service_point.id AND account.active
      JOIN subscription ON subscription.account_id = account.id AND NOT ${IS_STOPPED}
      JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
    ), told AS (
      SELECT address_id, count(DISTINCT person_id)::int AS told FROM households WHERE person_id <> ${personId} GROUP BY 1
    )
    SELECT ${ADDRESS}, CASE WHEN dwellings.flats >= ${FEWEST_FLATS} THEN dwellings.flats END AS flats, coalesce(told.told, 0) AS told
    FROM managed JOIN address ON address.id = managed.id ${JOINS}
    LEFT JOIN dwellings ON dwellings.address_id = managed.id
    LEFT JOIN told ON told.address_id = managed.id
    ORDER BY street.label, address.number, address.suffix, address.id`
  return counted.parse(rows)
}
