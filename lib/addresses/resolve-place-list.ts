import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import type { Boundary, PlaceList, PlaceListPiece } from './boundary'
import { BoundaryIndex } from './boundary-index'
import { findBoundaries } from './find-boundaries'
import { type ParsedPlace, type ParsedPlaces, readPlaceList } from './read-place-list'
import { readStreetList } from './read-street-list'
import { resolvePieces } from './resolve-pieces'
import type { ParsedPiece } from './street-list'

/** Longer is no list of places. */
const LONGEST_TEXT = 20_000
const MOST_PLACES = 200
const MOST_CHOICES = 10

function toPiece(index: BoundaryIndex, text: string, line: number): PlaceListPiece {
  const { certainty, boundaries } = index.find(text)
  const [boundary] = boundaries
  if (boundary && boundaries.length === 1 && (certainty === 'exact' || certainty === 'partial')) {
    return { text, line, status: 'resolved', boundary, ...(certainty === 'partial' && { isInferred: true }) }
  }
  if (boundary) return { text, line, status: 'ambiguous', choices: boundaries.slice(0, MOST_CHOICES) }
  return { text, line, status: 'unknown', problem: { reason: 'place_not_known', params: { place: text.slice(0, 80) } } }
}

/** The longest run of parts from `at` on that is the whole name of a place: "Castello e Rocca" is one where there is one of that name. */
function endOfName(index: BoundaryIndex, { text, parts }: ParsedPlace, at: number): number {
  const start = parts[at]?.[0]
  for (let last = parts.length - 1; last > at; last--) {
    if (index.findExact(text.slice(start, parts[last]?.[1])).length > 0) return last
  }
  return at
}

function resolvePlace(index: BoundaryIndex, place: ParsedPlace): PlaceListPiece[] {
  const pieces: PlaceListPiece[] = []
  for (let at = 0; at < place.parts.length; at++) {
    const last = endOfName(index, place, at)
    pieces.push(toPiece(index, place.text.slice(place.parts[at]?.[0], place.parts[last]?.[1]), place.line))
    at = last
  }
  return pieces
}

/** An exception without numbers that is named like a place is that place. */
function namesPlace(index: BoundaryIndex, { readings }: ParsedPiece): boolean {
  const [reading] = readings
  if (!reading || reading.ranges !== null || reading.excluded.length > 0) return false
  return index.findExact(reading.street).length > 0
}

/** The municipalities in which an exception's streets lie; null where a place is in none, or is not clear yet. */
function municipalitiesOf(places: readonly PlaceListPiece[]): Boundary[] | null {
  const boundaries = places.flatMap(({ boundary }) => (boundary?.municipalityId ? [boundary] : []))
  return boundaries.length > 0 && boundaries.length === places.length ? boundaries : null
}

async function resolveExceptions(
  db: Db,
  index: BoundaryIndex,
  group: ParsedPlaces,
  places: PlaceListPiece[],
  list: PlaceList,
): Promise<void> {
  const municipalities = municipalitiesOf(places)
  const ids = municipalities && [...new Set(municipalities.flatMap(({ municipalityId }) => municipalityId ?? []))]
  const heading = ids?.length === 1 ? `${municipalities?.[0]?.municipality}: ` : ''
  for (const { text, line } of group.exceptions) {
    const pieces = readStreetList(text).map((piece) => ({ ...piece, line: piece.line + line - 1 }))
    const streets = pieces.filter((piece) => !namesPlace(index, piece))
    list.exceptPlaces.push(...pieces.filter((piece) => namesPlace(index, piece)).map((piece) => toPiece(index, piece.text, piece.line)))
    list.exceptStreets.push(...(await resolvePieces(db, streets, { municipalityIds: ids, choices: {} })))
    if (streets.length > 0) list.exceptText += `${heading}${streets.map((piece) => piece.text).join('; ')}\n`
  }
}

/**
 * Finds the places of a text, and the streets and places that it takes out of them: "Galliera and Pieve di Cento, but not via Verdi". An exception's
 * streets are looked for in the municipalities of the places beside it. Nothing is guessed in silence. Throws `bad_input` for over 20,000 characters
 * or 200 places.
 */
export async function resolvePlaceList(db: Db, text: string): Promise<PlaceList> {
  if (text.length > LONGEST_TEXT) throw badInput('street_list_too_long', 'text', { max: LONGEST_TEXT, found: text.length })
  const groups = readPlaceList(text)
  const count = groups.reduce((sum, { places, exceptions }) => sum + places.length + exceptions.length, 0)
  if (count > MOST_PLACES) throw badInput('place_list_too_many', 'text', { max: MOST_PLACES, found: count })
  const index = new BoundaryIndex(await findBoundaries(db))
  const list: PlaceList = { places: [], exceptPlaces: [], exceptStreets: [], exceptText: '' }
  for (const group of groups) {
    const places = group.places.flatMap((place) => resolvePlace(index, place))
    list.places.push(...places)
    await resolveExceptions(db, index, group, places, list)
  }
  return { ...list, exceptText: list.exceptText.trimEnd() }
}
