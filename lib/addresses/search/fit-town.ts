import type { TownMention, WordSet } from './search-query'

const OTHER_TOWN = 0.25

/** How a text fits a street's town. `words` are the text's words that name it, `beside` those that only stand with it. */
export interface TownFit {
  beside: WordSet
  doubt: number
  /** Whether the text names the street's town: in every letter, nearly, or it names another, or none. */
  town: 'named' | 'near' | 'other' | 'none'
  words: WordSet
}

/** The town that a text names, in words that are not `used` for the street. */
export function fitTown(mentions: readonly TownMention[], town: number, used: WordSet): TownFit {
  const free = mentions.filter(({ words }) => (words & used) === 0)
  const own = free.find((mention) => mention.town === town)
  const other = free.find((mention) => mention.doubt === 0 && mention.town !== town)
  if (own && !(other && own.doubt > 0))
    return { doubt: own.doubt, town: own.doubt === 0 ? 'named' : 'near', words: own.words, beside: own.beside }
  return other
    ? { doubt: OTHER_TOWN, town: 'other', words: other.words, beside: other.beside }
    : { doubt: 0, town: 'none', words: 0, beside: 0 }
}
