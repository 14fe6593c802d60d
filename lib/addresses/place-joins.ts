import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { municipalityKeys } from './municipality-keys'

/**
 * Joins that find the address which a staged row `s` names by its keys, for a FROM clause. They bring `municipality_key`, `street` and `address`,
 * null where the row names what is not known.
 */
export async function placeJoins(db: Db): Promise<Prisma.Sql> {
  return Prisma.sql`
    LEFT JOIN ${await municipalityKeys(db)} ON municipality_key.key = s.municipality_key
    LEFT JOIN (SELECT municipality_id, search_text, min(id) AS id FROM street GROUP BY 1, 2) street
      ON street.municipality_id = municipality_key.id AND street.search_text = s.street_key
    LEFT JOIN address ON (address.street_id, address.number, address.suffix) = (street.id, s.number, s.suffix)`
}

/** After placeJoins: the field and the reason code of a place that is not known, for a SELECT list. */
export const UNKNOWN_PLACE = Prisma.sql`
  CASE WHEN municipality_key.id IS NULL THEN 'municipality' WHEN street.id IS NULL THEN 'street' ELSE 'number' END,
  CASE WHEN municipality_key.id IS NULL THEN 'import_unknown_municipality' WHEN street.id IS NULL THEN 'import_unknown_street'
       ELSE 'import_unknown_number' END`
