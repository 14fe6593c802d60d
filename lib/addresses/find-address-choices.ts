import type { AddressChoice } from './addresses'
import { formatAddress } from './addresses'
import type { HouseNumber } from './house-number'
import { isExact, matchStreet, type StreetMatch, scoreMatch } from './match-street'
import { normaliseStreet } from './normalise-street'
import { type AddressOfStreet, findNearestNumbers, findStreetCandidates } from './queries'
import { isStreetType } from './street-types'

/** A street that fits worse than this is another street. */
const LEAST_SCORE = 0.4
/** Streets whose house numbers are looked at, and numbers of each. */
const MOST_STREETS = 8
const MOST_NUMBERS = 8
/** How much less an address fits when its number is another one, by how far it is off. */
const OTHER_NUMBER = 0.1
const OTHER_SUFFIX = 0.05

export interface FoundAddress extends AddressChoice {
  /** Every word of the text is accounted for, and the number is this one. */
  isExact: boolean
}

interface MatchedStreet {
  id: number
  match: StreetMatch
}

/** The words that tell streets apart, as a regular expression: types do not, and a word of two letters only as a whole, unless it is being typed. */
function tellingPattern(words: readonly string[], isTyping: boolean): string {
  const names = words.filter((word) => !isStreetType(word) && !/^\d+$/.test(word))
  const telling = names.length > 0 ? names : words
  return `(^| )(${telling.map((word) => (word.length > 2 || (isTyping && word === words.at(-1)) ? word : `${word}( |$)`)).join('|')})`
}

async function findStreets(words: readonly string[], isTyping: boolean): Promise<MatchedStreet[]> {
  const candidates = await findStreetCandidates(words.join(' '), tellingPattern(words, isTyping))
  const matched = candidates.flatMap(({ id, searchText, municipality }) => {
    const match = matchStreet(words, searchText, normaliseStreet(municipality), isTyping)
    return match && scoreMatch(match) >= LEAST_SCORE ? [{ id, match }] : []
  })
  // Whoever names a town means that town: no street of another one.
  const named = matched.filter(({ match }) => match.namesMunicipality)
  const kept = named.length > 0 ? named : matched
  return kept.sort((one, other) => scoreMatch(other.match) - scoreMatch(one.match)).slice(0, MOST_STREETS)
}

/** How much less an address fits by its house number. A number that is being typed may go on. */
function numberDoubt(address: AddressOfStreet, house: HouseNumber | null, isTyping: boolean): number {
  if (isTyping && house && !house.suffix && String(address.number).startsWith(String(house.number))) return OTHER_SUFFIX
  return OTHER_NUMBER + Math.min(0.2, Math.abs(address.number - (house?.number ?? 0)) / 1000)
}

function judge(address: AddressOfStreet, match: StreetMatch, isTyping: boolean): FoundAddress {
  const { house, postcode } = match
  const isNumber = house?.number === address.number
  const isSuffix = isNumber && normaliseStreet(house.suffix) === normaliseStreet(address.suffix)
  const isPostcode = postcode === null || postcode === address.postcode
  const off = isSuffix ? 0 : isNumber ? OTHER_SUFFIX : numberDoubt(address, house, isTyping)
  return {
    id: address.id,
    label: formatAddress(address),
    score: Math.round(Math.max(0.01, scoreMatch(match) - off - (isPostcode ? 0 : 0.2)) * 1000) / 1000,
    isExact: isExact(match) && isSuffix && isPostcode,
  }
}

/** The addresses that the words of a text may mean, best first. `isTyping`: the last word may be unfinished. */
export async function findAddressChoices(words: readonly string[], isTyping: boolean): Promise<FoundAddress[]> {
  if (words.length === 0) return []
  const streets = await findStreets(words, isTyping)
  const byId = new Map(streets.map(({ id, match }) => [id, match]))
  const house = streets.find(({ match }) => match.house)?.match.house ?? null
  const addresses = await findNearestNumbers([...byId.keys()], house, isTyping, MOST_NUMBERS)
  const found = addresses.flatMap((address) => {
    const match = byId.get(address.streetId)
    return match ? [judge(address, match, isTyping)] : []
  })
  return found.sort((one, other) => other.score - one.score)
}
