import { normaliseStreet } from '../normalise-street'
import type { SearchQuery, WordSet } from './search-query'
import { transliterate } from './transliterate'

/** One way to read a house number out of the words that a street leaves. */
export interface HouseReading {
  number: number
  /** Words after the number, each apart: "12/2b" → 2b. */
  suffix: string
  words: WordSet
}

export interface RestReading {
  /** The longest first: "16 18" is 16/18 rather than 16 where that house exists. Empty where there is no number. */
  houses: HouseReading[]
  /** The words of the longest. */
  longest: WordSet
  postcode: { text: string; words: WordSet } | null
}

const ORDINAL = /^(?:bis|ter|quater|quinquies|sexies)$/
const HOUSE = /^(\d{1,5})(\p{L}*.*)$/u
/** Words of a suffix: "30 bis a", "5 2 c". */
const MOST_SUFFIX_WORDS = 3

function has(words: WordSet, at: number): boolean {
  return (words & (1 << at)) !== 0
}

function isSuffix(word: string): boolean {
  return ORDINAL.test(word) || /^(?:\p{L}{1,2}|\d{1,4}\p{L}?|\p{L}\d{1,2})$/u.test(word)
}

/** The first number after the street's name, or the first of all. */
function findNumber(query: SearchQuery, rest: WordSet, end: number): number {
  let first = -1
  for (let at = 0; at < query.words.length; at++) {
    if (!query.words[at]?.isNumber || !has(rest, at)) continue
    if (at > end) return at
    if (first === -1) first = at
  }
  return first
}

function readHouses(query: SearchQuery, rest: WordSet, end: number): HouseReading[] {
  const at = findNumber(query, rest, end)
  const split = HOUSE.exec(query.words[at]?.text ?? '')
  if (!split) return []
  const [, digits = '', letters = ''] = split
  let [suffix, words] = [letters, 1 << at]
  const readings = [{ number: Number(digits), suffix, words }]
  for (let next = at + 1; next <= at + MOST_SUFFIX_WORDS; next++) {
    const word = query.words[next]?.text ?? ''
    if (!isSuffix(word) || !has(rest | query.fillers, next)) break
    suffix = suffix === '' ? word : `${suffix} ${word}`
    words |= 1 << next
    readings.unshift({ number: Number(digits), suffix, words })
  }
  return readings
}

/** A postcode has five digits; where all numbers have, the one nearest to the street's name is the house's. */
function findPostcode(query: SearchQuery, rest: WordSet, end: number): RestReading['postcode'] {
  const numbers = query.words.flatMap(({ isNumber }, at) => (isNumber && has(rest, at) ? [at] : []))
  const five = numbers.filter((at) => query.words[at]?.isPostcode)
  if (five.length === 0) return null
  const house = five.length > 1 && five.length === numbers.length ? (five.find((at) => at > end) ?? five[0]) : undefined
  const at = five.find((place) => place !== house)
  return at === undefined ? null : { text: query.words[at]?.text ?? '', words: 1 << at }
}

/** Reads the house number and the postcode out of the words that a street leaves. `end` is the last word of the street's name. */
export function readRest(query: SearchQuery, rest: WordSet, end: number): RestReading {
  const postcode = findPostcode(query, rest, end)
  const houses = readHouses(query, rest & ~(postcode?.words ?? 0), end)
  return { postcode, houses, longest: houses[0]?.words ?? 0 }
}

const loose = new Map<string, string>()

/** Cyrillic letters that look and sound like a Latin one: "7-А" is the same house on every keyboard, "7-Б" and "7-B" need not be. */
const SAME_IN_LATIN = /^[аеікмот]$/

/** A suffix as it is compared where no house has it as it stands: without separators. */
function looseSuffix(folded: string): string {
  return folded
    .split(' ')
    .map((word) => (SAME_IN_LATIN.test(word) ? transliterate(word) : word))
    .join('')
}

const folded = new Map<string, string>()

/** A house's suffix in comparable form. There are few different ones. */
export function foldSuffix(suffix: string): string {
  if (suffix === '') return ''
  const known = folded.get(suffix)
  if (known !== undefined) return known
  const result = normaliseStreet(suffix)
  if (folded.size > 10_000) folded.clear()
  folded.set(suffix, result)
  return result
}

/** 0 where a house has the suffix that was read, 1 where it differs in separators or in letters that look alike, else 2. */
export function compareSuffix(read: string, ofHouse: string): 0 | 1 | 2 {
  const own = foldSuffix(ofHouse)
  if (read === own) return 0
  if (read === '' || own === '') return 2
  const key = `${read}\n${own}`
  const known = loose.get(key)
  if (known !== undefined) return known === 'same' ? 1 : 2
  const isSame = looseSuffix(read) === looseSuffix(own)
  if (loose.size > 10_000) loose.clear()
  loose.set(key, isSame ? 'same' : 'other')
  return isSame ? 1 : 2
}
