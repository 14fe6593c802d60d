import type { WordSet } from './search-query'

/** Say that a house number comes. */
const BEFORE_NUMBER = new Set(
  'n nr nro num numero civ civico casa nо namas namo nam д дім буд будинок будинку б bud budynok no number house'.split(' '),
)
/** Say that a postcode comes. */
const BEFORE_POSTCODE = new Set('lt ua it i cap'.split(' '))
/** A flat in the house, with the word that follows. */
const FLAT = new Set('int interno кв квартира butas flat apt appartamento'.split(' '))
const COUNTRIES = new Set('italia italy lietuva lithuania україна ukraine ukraina'.split(' '))

/** The words that say nothing, or of a flat in the house. Takes words in comparable form. */
export function findFillers(words: readonly string[]): WordSet {
  let found = 0
  let hasNumber = false
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? ''
    if (/^\d/.test(word)) hasNumber = true
    const saysNumber = BEFORE_NUMBER.has(word) && /^\d{1,4}(?!\d)/.test(next)
    const saysPostcode = BEFORE_POSTCODE.has(word) && /^\d{5}$/.test(next)
    if (saysNumber || saysPostcode || COUNTRIES.has(word)) found |= 1 << at
    if (hasNumber && FLAT.has(word) && /^\d+$/.test(next)) found |= 3 << at
  }
  return found
}

/** Words that stand beside a town's name: "м. Полтава", "Comune di Prova", "Kauno m.". */
const BESIDE_TOWN = new Set('м місто с село смт m mst miestas mieste k kaimas citta comune di'.split(' '))

/** The words beside a town's name that belong to it: its kind, or a province of two letters ("Alessandria AL"). */
export function besideTown(words: readonly string[], town: WordSet): WordSet {
  let found = 0
  for (let at = 0; at < words.length; at++) {
    if (town & (1 << at)) continue
    const isAfter = at > 0 && (town & (1 << (at - 1))) !== 0
    const isBefore = (town & (1 << (at + 1))) !== 0 || (found & (1 << (at + 1))) !== 0
    const word = words[at] ?? ''
    if (isAfter && /^[a-z]{2}$/.test(word)) found |= 1 << at
    if ((isAfter || isBefore) && BESIDE_TOWN.has(word)) found |= 1 << at
    if (isBefore && word === 'di' && words[at - 1] === 'comune') found |= 3 << (at - 1)
  }
  return found
}
