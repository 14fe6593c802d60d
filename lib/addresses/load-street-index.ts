import type { Db } from '@/lib/db/client'
import { type IndexedStreet, StreetIndex } from './street-index'

export interface LoadedStreets {
  index: StreetIndex
  byId: ReadonlyMap<number, IndexedStreet>
  /** Street labels alone are not enough. */
  hasManyMunicipalities: boolean
}

interface Row extends IndexedStreet {
  searchText: string
  hasMany: boolean
}

/** All streets, or those of some municipalities, in one query. */
export async function loadStreetIndex(db: Db, municipalityIds: readonly number[] | null): Promise<LoadedStreets> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s.label, s.search_text AS "searchText", s.municipality_id AS "municipalityId", m.name AS municipality,
      (SELECT count(*) > 1 FROM municipality) AS "hasMany"
    FROM street s JOIN municipality m ON m.id = s.municipality_id
    WHERE ${municipalityIds === null}::boolean OR s.municipality_id = ANY (${[...(municipalityIds ?? [])]}::int[])
    ORDER BY s.label, m.name, s.id`
  const streets = rows.map(({ id, label, municipalityId, municipality, searchText }) => ({
    street: { id, label, municipalityId, municipality },
    searchText,
  }))
  return {
    index: new StreetIndex(streets),
    byId: new Map(streets.map(({ street }) => [street.id, street])),
    hasManyMunicipalities: rows[0]?.hasMany ?? false,
  }
}
