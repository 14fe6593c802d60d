import type { Db } from '@/lib/db/client'
import { municipalityKey, streetKey } from './place-key'

/** The streets that are known, by what two spellings of one have in common. Bounded by a country's streets, not by a file's rows. */
export interface PlaceIndex {
  municipalities: ReadonlyMap<string, number>
  /** By municipality and street key, see streetOfKey. */
  streets: ReadonlyMap<string, number>
}

/** The key of a street in PlaceIndex. */
export function streetOfKey(municipalityId: number, label: string): string {
  return `${municipalityId} ${streetKey(label)}`
}

/** Reads all municipalities and streets; where two streets have one key, the older counts. */
export async function loadPlaces(db: Db): Promise<PlaceIndex> {
  const municipalities = await db.municipality.findMany({ select: { id: true, country: true, name: true }, orderBy: { id: 'desc' } })
  const streets = await db.street.findMany({ select: { id: true, municipalityId: true, searchText: true }, orderBy: { id: 'desc' } })
  return {
    municipalities: new Map(municipalities.map(({ id, country, name }) => [municipalityKey(country, name), id])),
    streets: new Map(streets.map(({ id, municipalityId, searchText }) => [`${municipalityId} ${searchText}`, id])),
  }
}
