import { z } from 'zod'
import { addressRow } from '@/lib/addresses/address-row'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { IS_STOPPED } from './stopped'

const toldAddress = addressRow.extend({ isTold: z.boolean() })

/** An address that a notice was about, and whether a contact hears of it. */
export type ToldAddress = z.infer<typeof toldAddress>

/** The addresses that a notice's windows hit: a query for their ids. */
const hitBy = (noticeId: number) => Prisma.sql`
  SELECT service_point.address_id
  FROM notice_window
  JOIN works_window ON works_window.id = notice_window.window_id
  JOIN affected_point ON affected_point.part_id = works_window.part_id
  JOIN service_point ON service_point.id = affected_point.service_point_id
  WHERE notice_window.notice_id = ${noticeId} AND service_point.address_id IS NOT NULL`

/**
 * The addresses of a notice that a contact follows, by an account or without, in order; with `more`, those of them that it followed before. Only what
 * the message spoke of: whoever it is forwarded to learns nothing else.
 */
export async function findToldAddresses(db: Db, contactId: number, noticeId: number, more: number[]): Promise<ToldAddress[]> {
  const rows = await db.$queryRaw`
    WITH followed AS (
      SELECT coalesce(subscription.address_id, service_point.address_id) AS address_id,
             bool_or(NOT ${IS_STOPPED}) AS is_told
      FROM subscription LEFT JOIN service_point ON service_point.id = subscription.service_point_id
      WHERE subscription.contact_id = ${contactId}
      GROUP BY 1
    )
    SELECT address.id, street.label AS street, address.number, address.suffix, address.postcode, municipality.name AS municipality,
           coalesce(followed.is_told, false) AS "isTold"
    FROM address
    JOIN street ON street.id = address.street_id
    JOIN municipality ON municipality.id = street.municipality_id
    LEFT JOIN followed ON followed.address_id = address.id
    WHERE (address.id IN (SELECT address_id FROM followed) OR address.id = ANY (${more}::int[])) AND address.id IN (${hitBy(noticeId)})
    ORDER BY street.label, address.number, address.suffix, address.id`
  return z.array(toldAddress).parse(rows)
}

/** Whether a notice was about an address. */
export async function isHitBy(db: Db, noticeId: number, addressId: number): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT FROM address WHERE id = ${addressId} AND id IN (${hitBy(noticeId)})`
  return rows.length > 0
}
