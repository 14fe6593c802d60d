import type { Db } from '@/lib/db/client'
import { readStreetList } from './read-street-list'
import type { StreetListPiece } from './street-list'

export interface StreetListOptions {
  /** Streets of this municipality only. */
  municipalityId?: number
  /** Street ids by the text of the pieces that fit several. */
  choices?: Record<string, number>
}

/** Finds the streets of a list. Not there yet. */
export async function resolveStreetList(_db: Db, text: string, _options: StreetListOptions = {}): Promise<StreetListPiece[]> {
  return readStreetList(text).map(({ text: piece, line }) => ({ text: piece, line, status: 'unknown', addresses: 0 }))
}
