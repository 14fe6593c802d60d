import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { readStreetList } from './read-street-list'
import { resolvePieces } from './resolve-pieces'
import type { StreetListPiece } from './street-list'

/** A list of every street of a large town is shorter than this, in characters and in pieces. */
const LONGEST_TEXT = 100_000
const MOST_PIECES = 2000

export interface StreetListOptions {
  /** Streets of this municipality only. */
  municipalityId?: number
  /** Street ids by the text of the pieces that fit several. */
  choices?: Record<string, number>
}

/**
 * Finds the streets and house numbers of a list. Each piece is resolved, or ambiguous with its choices, or unknown with what is wrong: a slip is
 * never mended in silence. Throws `bad_input` for over 100,000 characters or 2,000 pieces.
 */
export async function resolveStreetList(db: Db, text: string, options: StreetListOptions = {}): Promise<StreetListPiece[]> {
  if (text.length > LONGEST_TEXT) throw badInput('street_list_too_long', 'text', { max: LONGEST_TEXT, found: text.length })
  const pieces = readStreetList(text)
  if (pieces.length > MOST_PIECES) throw badInput('street_list_too_many', 'text', { max: MOST_PIECES, found: pieces.length })
  const { municipalityId, choices = {} } = options
  return resolvePieces(db, pieces, { municipalityIds: municipalityId === undefined ? null : [municipalityId], choices })
}
