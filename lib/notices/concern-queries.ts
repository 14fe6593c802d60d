import { z } from 'zod'
import type { Telling } from '@/lib/contacts/audience'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Topic } from '@/lib/db/generated/enums'

const row = z.object({
  contactId: z.number(),
  windowId: z.number(),
  /** Null where the service point has no address. */
  addressId: z.number().nullable(),
  street: z.string().nullable(),
  number: z.number().nullable(),
  suffix: z.string().nullable(),
  municipality: z.string().nullable(),
  topics: z.array(z.enum(Topic)),
  pausedUntil: z.date().nullable(),
})
type Row = z.infer<typeof row>

export interface ConcernedPlace {
  /** Of the address. */
  id: number
  street: string
  number: number
  suffix: string
  municipality: string
}

/** One window that hits a contact at one of its addresses; `place` is null where a service point has no address. */
export interface ConcernHit {
  windowId: number
  addressId: number | null
  place: ConcernedPlace | null
  /** What the subscription that is hit hears of, and until when of nothing. */
  topics: Topic[]
  pausedUntil: Date | null
}

/** Which windows hit a contact, and at which of its addresses, each once. */
export interface ContactConcern {
  windowIds: number[]
  places: ConcernedPlace[]
}

function placeOf({ addressId: id, street, number, suffix, municipality }: Row): ConcernedPlace | null {
  if (id === null || street === null || number === null || municipality === null) return null
  return { id, street, number, suffix: suffix ?? '', municipality }
}

/** Whether whoever is hit there wants to hear of it. */
function isWanted({ topics, pausedUntil }: ConcernHit, telling: Telling): boolean {
  return topics.some((topic) => telling.topics.includes(topic)) && (pausedUntil === null || pausedUntil <= telling.now)
}

/** What of a contact's hits belongs to these windows, where it wants to hear of that; null when nothing does. */
export function concernWithin(hits: ConcernHit[] | undefined, windowIds: number[], telling: Telling): ContactConcern | null {
  const own = hits?.filter((hit) => windowIds.includes(hit.windowId) && isWanted(hit, telling)) ?? []
  if (own.length === 0) return null
  const places = new Map(own.map(({ addressId, place }) => [addressId, place]))
  return { windowIds: [...new Set(own.map(({ windowId }) => windowId))], places: [...places.values()].filter((place) => place !== null) }
}

/**
 * For each contact: which of the windows hit it, and at which addresses, these in order. Contacts that nothing concerns (any more) are left out.
 *
 * `windows` are those that notices name; a cancellation names all of its works, so it too lists only what is the reader's own. Written out, branch by
 * branch, so that each contact is looked up by index whatever PostgreSQL thinks of the tables' sizes.
 */
export async function findConcerns(
  db: Db,
  contactIds: number[],
  windowIds: number[],
  points: Prisma.Sql = Prisma.sql`affected_point`,
): Promise<Map<number, ConcernHit[]>> {
  const rows = await db.$queryRaw`
    SELECT concern.contact_id AS "contactId", works_window.id AS "windowId", address.id AS "addressId", street.label AS street,
           address.number, address.suffix, municipality.name AS municipality, concern.topics::text[], concern.paused_until AS "pausedUntil"
    FROM (
      SELECT subscription.contact_id, subscription.service_point_id, subscription.topics, subscription.paused_until
      FROM unnest(${contactIds}::int[]) wanted (id)
      JOIN subscription ON subscription.contact_id = wanted.id AND subscription.service_point_id IS NOT NULL
      WHERE NOT EXISTS (SELECT FROM account WHERE account.id = subscription.account_id AND NOT account.active)
      UNION
      SELECT subscription.contact_id, service_point.id, subscription.topics, subscription.paused_until
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
  const hits = new Map<number, ConcernHit[]>()
  for (const found of z.array(row).parse(rows)) {
    const { contactId, windowId, addressId, topics, pausedUntil } = found
    const known = hits.get(contactId) ?? []
    known.push({ windowId, addressId, place: placeOf(found), topics, pausedUntil })
    hits.set(contactId, known)
  }
  return hits
}
