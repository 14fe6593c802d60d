import { Prisma } from '@/lib/db/generated/client'

/**
 * The parts of works that touch an address, as `part_id`: through one of its service points, or, where none is known there, because it lies in
 * the area. So what is answered never tells whether somebody is a customer.
 */
export function partsAtAddress(addressId: number): Prisma.Sql {
  return Prisma.sql`
    SELECT affected_point.part_id
    FROM service_point JOIN affected_point ON affected_point.service_point_id = service_point.id
    WHERE service_point.address_id = ${addressId}
    UNION
    SELECT works_part.id
    FROM address JOIN works_part ON ST_Intersects(works_part.outline, address.geom)
    WHERE address.id = ${addressId} AND NOT EXISTS (SELECT FROM service_point WHERE service_point.address_id = address.id)`
}
