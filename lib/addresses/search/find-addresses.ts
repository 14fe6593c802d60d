import { type AddressChoice, formatAddress } from '../addresses'
import { alignStreet, type StreetFit } from './align-street'
import type { HouseStore } from './house-store'
import { HouseFinder, type JudgedHouse } from './judge-houses'
import type { SearchQuery } from './search-query'
import type { StreetSearch } from './street-search'

export interface FoundAddress extends AddressChoice, Pick<JudgedHouse, 'level' | 'isNumber'> {
  streetId: number
}

export interface Found {
  /** Streets that fit, the likeliest first, without regard to house numbers. */
  fits: StreetFit[]
  /** Best first. */
  addresses: FoundAddress[]
  /** The text has a house number. */
  hasNumber: boolean
}

export interface ChosenTown {
  /** The name of a town that was chosen: of streets that are as likely, those near it come first. */
  town?: string | undefined
}

export interface FindOptions extends ChosenTown {
  /** The last word may be unfinished. */
  isTyping: boolean
  /** As many addresses at most. */
  limit: number
}

/** A street that fits worse than this is another street. */
const LEAST_SCORE = 0.4
/** A street of the town that the text names, if it fits so well, leaves the other towns out. */
const SURELY_OF_TOWN = 0.55
/** Streets whose house numbers are looked at, and numbers of the likeliest and of each other street. */
const MOST_STREETS = 8
const NUMBERS_OF_OTHERS = 2
/** Farther than this, in degrees, is not nearer than any other place. */
const FAR = 2

/** Nearness to the town that the text names, or else to the one that was chosen: 0 there, 1 far away. */
function farnessFrom(search: StreetSearch, query: SearchQuery, chosen: string | undefined): (town: number) => number {
  const named = query.towns.find(({ doubt }) => doubt === 0)?.town
  const from = named ?? (chosen === undefined ? -1 : search.findTown(chosen))
  const point = search.towns[from]?.point
  return (town) => {
    if (town === from) return 0
    const other = search.towns[town]?.point
    if (!point || !other) return 1
    const east = (point[0] - other[0]) * Math.cos((point[1] * Math.PI) / 180)
    return Math.min(1, Math.hypot(east, point[1] - other[1]) / FAR)
  }
}

/** What speaks against a street before its houses are looked at. */
function likelyDoubt({ doubt, left }: StreetFit): number {
  return doubt + left
}

function findFits(search: StreetSearch, query: SearchQuery, chosen: string | undefined): StreetFit[] {
  const fits: StreetFit[] = []
  for (const at of search.findCandidates(query)) {
    const street = search.streets[at]
    const fit = street && alignStreet(search, query, street)
    if (fit && 1 - likelyDoubt(fit) >= LEAST_SCORE) fits.push(fit)
  }
  // Whoever names a town means that town: a street of another one only where it has none that is like it.
  const isOfTown = fits.some((fit) => fit.town === 'named' && 1 - likelyDoubt(fit) >= SURELY_OF_TOWN)
  const kept = isOfTown ? fits.filter(({ town }) => town !== 'other') : fits
  const farness = farnessFrom(search, query, chosen)
  return withoutDoubtfulKinds(kept).sort(
    (one, other) =>
      Math.round(20 * (likelyDoubt(one) - likelyDoubt(other))) ||
      farness(one.street.town) - farness(other.street.town) ||
      likelyDoubt(one) - likelyDoubt(other),
  )
}

/** "Roma 20" is sure only while there are not a Via Roma and a Piazza Roma. */
function withoutDoubtfulKinds(fits: StreetFit[]): StreetFit[] {
  if (!fits.some(({ lacksKind, level }) => lacksKind && level === 1)) return fits
  const kinds = new Map<string, Set<string | null>>()
  for (const { street, level } of fits) {
    const name = street.name.join(' ')
    if (level < 2) kinds.set(name, (kinds.get(name) ?? new Set()).add(street.kind))
  }
  return fits.map((fit) => {
    const isDoubtful = fit.lacksKind && fit.level === 1 && (kinds.get(fit.street.name.join(' '))?.size ?? 0) > 1
    return isDoubtful ? { ...fit, level: 2 } : fit
  })
}

function judgeHouses(
  search: StreetSearch,
  query: SearchQuery,
  store: HouseStore,
  fits: readonly StreetFit[],
  limit: number,
): Omit<Found, 'fits'> {
  const finder = new HouseFinder(query)
  for (const [at, fit] of fits.entries()) {
    const houses = store.peek(fit.street.id)
    const isLikely = at === 0 || (fits[0] !== undefined && likelyDoubt(fit) === likelyDoubt(fits[0]))
    if (houses) finder.add(fit, houses, isLikely ? limit : NUMBERS_OF_OTHERS)
  }
  const rank = new Map(fits.map((fit, at) => [fit, at]))
  const sorted = finder.found.sort(
    (one, other) =>
      one.level - other.level || other.score - one.score || (rank.get(one.fit) ?? 0) - (rank.get(other.fit) ?? 0) || one.at - other.at,
  )
  return { addresses: sorted.slice(0, limit).map((house) => toAddress(search, house)), hasNumber: finder.hasNumber }
}

function toAddress(search: StreetSearch, { fit: { street }, houses, at, score, level, isNumber }: JudgedHouse): FoundAddress {
  const label = formatAddress({
    street: street.label,
    number: houses.numbers[at] ?? 0,
    suffix: houses.suffixes[at] ?? '',
    postcode: houses.postcodes[at] ?? '',
    municipality: search.towns[street.town]?.name ?? '',
  })
  return { id: houses.ids[at] ?? 0, streetId: street.id, label, score, level, isNumber }
}

/** The addresses that a text may mean, with the streets that it may name. Asks the database only for streets that nobody looked at before. */
export async function findAddresses(search: StreetSearch, store: HouseStore, text: string, options: FindOptions): Promise<Found> {
  const query = search.read(text, options.isTyping)
  const fits = findFits(search, query, options.town).slice(0, MOST_STREETS)
  const unread = fits.flatMap(({ street }) => (store.peek(street.id) === undefined ? [street.id] : []))
  if (unread.length > 0) await store.read(unread)
  return { fits, ...judgeHouses(search, query, store, fits, options.limit) }
}
