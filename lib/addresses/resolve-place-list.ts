import type { Db } from '@/lib/db/client'
import type { PlaceList } from './boundary'

/** Finds the places of a text, and what it takes out of them. Not there yet. */
export async function resolvePlaceList(_db: Db, _text: string): Promise<PlaceList> {
  return { places: [], exceptPlaces: [], exceptStreets: [], exceptText: '' }
}
