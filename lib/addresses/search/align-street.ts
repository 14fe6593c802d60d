import { fitKind } from './fit-kind'
import { fitTown, type TownFit } from './fit-town'
import { NameFitter } from './name-fitter'
import type { SearchQuery, WordSet } from './search-query'
import type { SearchStreet } from './search-streets'
import type { StreetSearch } from './street-search'

/** How a text fits a street, house number apart. */
export interface StreetFit {
  street: SearchStreet
  /** 0 where nothing speaks against it. */
  doubt: number
  /**
   * 0: the text is the street's name, its type and nothing else, in the same order. 1: the same in Latin letters by the official rules, or without the
   * type. 2: less.
   */
  level: 0 | 1 | 2
  /** The text leaves out the street's type. */
  lacksKind: boolean
  town: TownFit['town']
  /** The text's words that are left: a house number, a postcode, or nothing that belongs to this street. */
  rest: WordSet
  /** What words among these speak against the street, as far as they can be neither a number nor the like. A house's district may be among them. */
  left: number
  /** The last word of the street's name in the text, or -1: house numbers mostly follow it. */
  end: number
}

/** The text names a town, and more than this street: then the town is hardly the street's name ("Via Bologna"). */
const TOWN_AS_NAME = 0.2

/** What a word speaks against every street that does not have it, and all of them at most. */
export const WORD_LEFT = 0.18
const MOST_LEFT = 0.4

function doubtOfLeft(query: SearchQuery, rest: WordSet): number {
  let left = 0
  for (let at = 0; rest >> at !== 0; at++) {
    const word = query.words[at]
    if (word && (rest & (1 << at)) !== 0 && !word.isNumber && word.text.length > 2) left += WORD_LEFT
  }
  return Math.min(left, MOST_LEFT)
}

/** How a text fits a street, or null where it means another. */
export function alignStreet(search: StreetSearch, query: SearchQuery, street: SearchStreet): StreetFit | null {
  const name = new NameFitter(search, query, street.name).fit()
  if (!name) return null
  const kind = fitKind(query.kinds, street.kind, name)
  const used = name.words | kind.words
  const town = fitTown(query.towns, street.town, used)
  const all = (1 << query.words.length) - 1
  const isSure = town.town === 'named' || town.town === 'none'
  const rest = all & ~(used | town.words | town.beside | query.fillers)
  const left = doubtOfLeft(query, rest)
  const isTownAsName = left > 0 && query.towns.some(({ words, doubt }) => doubt === 0 && (words & name.words) === words)
  return {
    street,
    doubt: name.doubt + kind.doubt + town.doubt + (isTownAsName ? TOWN_AS_NAME : 0),
    level: isSure ? (Math.max(name.level, kind.level) as StreetFit['level']) : 2,
    lacksKind: kind.isMissing,
    town: town.town,
    rest,
    left,
    end: name.end,
  }
}
