import type { Db } from '@/lib/db/client'

/** The town's hospital, its schools, its care homes, and people who need dialysis at home: what service has a point there is flagged. */
const PRIORITIES = [
  'hospital',
  'school',
  'school',
  'school',
  'care_home',
  'care_home',
  'dialysis',
  'dialysis',
  'dialysis',
  'dialysis',
] as const

/** Flags the priority customers of the town: the same houses each time, spread over it. */
export function flagPriorities(db: Db): Promise<number> {
  return db.$executeRaw`
    UPDATE service_point SET priority = chosen.priority
    FROM (
      SELECT address.id AS address_id, wanted.priority
      FROM unnest(${[...PRIORITIES]}::priority[]) WITH ORDINALITY AS wanted (priority, place)
      JOIN (SELECT id, row_number() OVER (ORDER BY md5(id::text)) AS place FROM address) address ON address.place = wanted.place
    ) chosen
    WHERE service_point.address_id = chosen.address_id`
}
