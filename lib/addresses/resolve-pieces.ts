import type { Db } from '@/lib/db/client'
import { countListedHouses } from './count-listed-houses'
import type { HouseNumber } from './house-number'
import { type LoadedStreets, loadStreetIndex } from './load-street-index'
import { normaliseStreet } from './normalise-street'
import { findHouses } from './queries'
import type { IndexedStreet } from './street-index'
import type { ListProblem, ParsedPiece, PieceReading, StreetChoice, StreetListPiece } from './street-list'

export interface ResolveOptions {
  /** Streets of these municipalities only; null for all. */
  municipalityIds: readonly number[] | null
  /** Street ids by the text of the pieces that fit several. */
  choices: Readonly<Record<string, number>>
}

/** What a piece means before its numbers are looked at. */
type Meaning =
  | { status: 'resolved'; street: IndexedStreet; reading: PieceReading; isInferred: boolean }
  | { status: 'ambiguous' | 'unknown'; streets: IndexedStreet[]; problem?: ListProblem }

/** More choices than this help nobody. */
const MOST_CHOICES = 10

/** "Comune di Galliera" is Galliera. */
function placeName(text: string): string {
  return normaliseStreet(text).replace(/^(?:comune di|municipality of|citta di|frazione|fraz|м|місто|с|село|смт|miestas|m) /, '')
}

/** Which streets a piece may mean: those of the municipality that it names. Null where there is no such municipality. */
function placeFilter(piece: ParsedPiece, { byId }: LoadedStreets): ((street: IndexedStreet) => boolean) | null {
  if (!piece.place) return () => true
  const wanted = placeName(piece.place)
  const isThere = (street: IndexedStreet) => normaliseStreet(street.municipality) === wanted
  for (const street of byId.values()) if (isThere(street)) return isThere
  return null
}

function meaningOf(piece: ParsedPiece, streets: LoadedStreets, chosenId: number | undefined): Meaning {
  const [first] = piece.readings
  if (piece.problem || !first) return { status: 'unknown', streets: [], ...(piece.problem && { problem: piece.problem }) }
  const isAllowed = placeFilter(piece, streets)
  if (!isAllowed)
    return { status: 'unknown', streets: [], problem: { reason: 'street_place_unknown', params: { place: piece.place ?? '' } } }
  const found = piece.readings.map((reading) => ({ reading, ...streets.index.find(reading.street, isAllowed) }))
  const exact = found.filter(({ certainty }) => certainty === 'exact')
  const chosen = chosenId === undefined ? undefined : streets.byId.get(chosenId)
  if (chosen) {
    const own = exact.find(({ streets: fitting }) => fitting.some(({ id }) => id === chosen.id)) ?? found[0]
    return { status: 'resolved', street: chosen, reading: own?.reading ?? first, isInferred: false }
  }
  const [only] = exact
  const streetsFound = exact.flatMap((reading) => reading.streets)
  if (streetsFound.length > 1) return { status: 'ambiguous', streets: streetsFound }
  if (only?.streets[0]) return { status: 'resolved', street: only.streets[0], reading: only.reading, isInferred: false }
  return judge(found[0], first)
}

function judge(found: { certainty: string; streets: IndexedStreet[] } | undefined, reading: PieceReading): Meaning {
  const { certainty = 'none', streets = [] } = found ?? {}
  const [street] = streets
  if (certainty === 'partial' && street && streets.length === 1) return { status: 'resolved', street, reading, isInferred: true }
  if (certainty !== 'none' && street) return { status: 'ambiguous', streets }
  return { status: 'unknown', streets, problem: { reason: 'street_not_known', params: { street: reading.street.slice(0, 80) } } }
}

function toChoices(streets: readonly IndexedStreet[]): StreetChoice[] {
  return streets.slice(0, MOST_CHOICES).map(({ id, label, municipality }) => ({ streetId: id, label, municipality }))
}

function toPiece(piece: ParsedPiece, meaning: Meaning, houses: readonly HouseNumber[], hasManyMunicipalities: boolean): StreetListPiece {
  const { text, line } = piece
  if (meaning.status !== 'resolved') {
    const { status, streets, problem } = meaning
    return { text, line, status, addresses: 0, ...(streets.length > 0 && { choices: toChoices(streets) }), ...(problem && { problem }) }
  }
  const { street, reading, isInferred } = meaning
  const { ranges, excluded, count, problem, note } = countListedHouses(houses, reading)
  const label = hasManyMunicipalities ? `${street.label}, ${street.municipality}` : street.label
  const selection = { streetId: street.id, label, ranges, ...(excluded.length > 0 && { excluded }) }
  if (problem) return { text, line, status: 'unknown', addresses: 0, problem: { ...problem, params: { ...problem.params, street: label } } }
  return { text, line, status: 'resolved', selection, addresses: count, ...(isInferred && { isInferred }), ...(note && { note }) }
}

/** Finds the street of each piece and counts its houses: two queries, however many pieces. */
export async function resolvePieces(db: Db, pieces: readonly ParsedPiece[], options: ResolveOptions): Promise<StreetListPiece[]> {
  if (pieces.length === 0) return []
  const streets = await loadStreetIndex(db, options.municipalityIds)
  const chosen = new Map(Object.entries(options.choices))
  const meanings = pieces.map((piece) => ({ piece, meaning: meaningOf(piece, streets, chosen.get(piece.text)) }))
  const ids = meanings.flatMap(({ meaning }) => (meaning.status === 'resolved' ? [meaning.street.id] : []))
  const houses = await findHouses(db, [...new Set(ids)])
  return meanings.map(({ piece, meaning }) => {
    const ofStreet = meaning.status === 'resolved' ? houses.get(meaning.street.id) : undefined
    return toPiece(piece, meaning, ofStreet ?? [], streets.hasManyMunicipalities)
  })
}
