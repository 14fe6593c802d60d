import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

const place = z.object({ street: z.string(), number: z.number(), suffix: z.string(), municipality: z.string() })
export type ConcernedPlace = z.infer<typeof place>

const concerns = z.array(z.object({ contactId: z.number(), windowIds: z.array(z.number()), places: z.array(place) }))
export type ContactConcern = z.infer<typeof concerns>[number]

/**
 * For each contact: which of the works' windows hit it, and at which addresses. Contacts that nothing concerns (any more) are left out.
 *
 * `windows` are those a notice names; a cancellation names all of them, so it too lists only what is the reader's own.
 */
export async function findConcerns(
  db: Db,
  contactIds: number[],
  windowIds: number[],
  points: Prisma.Sql = Prisma.sql`affected_point`,
): Promise<Map<number, ContactConcern>> {
  const rows = await db.$queryRaw`
    SELECT audience.contact_id AS "contactId", array_agg(DISTINCT works_window.id) AS "windowIds",
           coalesce(jsonb_agg(DISTINCT jsonb_build_object(
             'street', street.label, 'number', address.number, 'suffix', address.suffix, 'municipality', municipality.name
           )) FILTER (WHERE address.id IS NOT NULL), '[]') AS places
    FROM service_point_audience audience
    JOIN service_point ON service_point.id = audience.service_point_id
    JOIN ${points} point ON point.service_point_id = service_point.id
    JOIN works_window ON works_window.part_id = point.part_id
    LEFT JOIN address ON address.id = service_point.address_id
    LEFT JOIN street ON street.id = address.street_id
    LEFT JOIN municipality ON municipality.id = street.municipality_id
    WHERE audience.contact_id = ANY (${contactIds}::int[]) AND works_window.id IN (${Prisma.join(windowIds)})
    GROUP BY audience.contact_id`
  return new Map(concerns.parse(rows).map((row) => [row.contactId, row]))
}
