import { Prisma } from '@/lib/db/generated/client'

/** Whether the current version of `works` hits an address in a municipality, by its name, however its letters are cased. */
export function hitsMunicipality(name: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT
    FROM works_part
    JOIN affected_point ON affected_point.part_id = works_part.id
    JOIN service_point ON service_point.id = affected_point.service_point_id
    JOIN address ON address.id = service_point.address_id
    JOIN street ON street.id = address.street_id
    JOIN municipality ON municipality.id = street.municipality_id
    WHERE works_part.works_id = works.id AND works_part.version = works.version AND lower(municipality.name) = lower(${name})
  )`
}
