import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

const row = z.object({
  contactId: z.number(),
  windowId: z.number(),
  /** Null where the service point has no address. */
  addressId: z.number().nullable(),
  street: z.string().nullable(),
  number: z.number().nullable(),
  suffix: z.string().nullable(),
  municipality: z.string().nullable(),
})
type Row = z.infer<typeof row>

export interface ConcernedPlace {
  street: string
  number: number
  suffix: string
  municipality: string
}

/** Which windows hit a contact, and at which of its addresses, each once. */
export interface ContactConcern {
  windowIds: number[]
  places: ConcernedPlace[]
}

function placeOf({ street, number, suffix, municipality }: Row): ConcernedPlace | null {
  if (street === null || number === null || municipality === null) return null
  return { street, number, suffix: suffix ?? '', municipality }
}

/** Rows of one contact follow each other, those of one address too. */
function groupRows(rows: Row[]): Map<number, ContactConcern> {
  const concerns = new Map<number, ContactConcern>()
  let lastAddress: number | null = null
  for (const found of rows) {
    const known = concerns.get(found.contactId)
    const concern = known ?? { windowIds: [], places: [] }
    if (!known) concerns.set(found.contactId, concern)
    if (!concern.windowIds.includes(found.windowId)) concern.windowIds.push(found.windowId)
    const place = known && found.addressId === lastAddress ? null : placeOf(found)
    if (place) concern.places.push(place)
    lastAddress = found.addressId
  }
  return concerns
}

/**
 * For each contact: which of the works' windows hit it, and at which addresses. Contacts that nothing concerns (any more) are left out.
 *
 * `windows` are those a notice names; a cancellation names all of them, so it too lists only what is the reader's own. Written out, branch by
 * branch, so that each contact is looked up by index whatever PostgreSQL thinks of the tables' sizes.
 */
export async function findConcerns(
  db: Db,
  contactIds: number[],
  windowIds: number[],
  points: Prisma.Sql = Prisma.sql`affected_point`,
): Promise<Map<number, ContactConcern>> {
  const rows = await db.$queryRaw`
    SELECT concern.contact_id AS "contactId", works_window.id AS "windowId", address.id AS "addressId", street.label AS street,
           address.number, address.suffix, municipality.name AS municipality
    FROM (
      SELECT subscription.contact_id, subscription.service_point_id
      FROM unnest(${contactIds}::int[]) wanted (id)
      JOIN subscription ON subscription.contact_id = wanted.id AND subscription.service_point_id IS NOT NULL
      WHERE NOT EXISTS (SELECT FROM account WHERE account.id = subscription.account_id AND NOT account.active)
      UNION
      SELECT subscription.contact_id, service_point.id
      FROM unnest(${contactIds}::int[]) wanted (id)
      JOIN subscription ON subscription.contact_id = wanted.id AND subscription.address_id IS NOT NULL
      JOIN service_point ON service_point.address_id = subscription.address_id
    ) concern
    JOIN ${points} point ON point.service_point_id = concern.service_point_id
    JOIN works_window ON works_window.part_id = point.part_id AND works_window.id = ANY (${windowIds}::int[])
    JOIN service_point ON service_point.id = concern.service_point_id
    LEFT JOIN address ON address.id = service_point.address_id
    LEFT JOIN street ON street.id = address.street_id
    LEFT JOIN municipality ON municipality.id = street.municipality_id
    ORDER BY concern.contact_id, street.label, address.number, address.suffix, address.id, works_window.starts_at`
  return groupRows(z.array(row).parse(rows))
}
