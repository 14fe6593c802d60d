import type { Meaning } from './street-words'

/** A text has fewer words than a number has bits: sets of its words are numbers. */
export type WordSet = number

export interface QueryWord {
  text: string
  /** Begins with a digit. */
  isNumber: boolean
  /** Has five digits. */
  isPostcode: boolean
  /** Words of names that it can stand for. */
  meanings: readonly Meaning[]
  /** Words of names that it can be together with the next ("la marmora" for "Lamarmora"). */
  joined: readonly Meaning[]
}

/** Where a word of a name may stand in a text. */
export interface WordPlace {
  at: number
  /** 2 where two words of the text are one of the name. */
  length: 1 | 2
  meaning: Meaning
}

export interface KindMention {
  kind: string
  words: WordSet
  /** Letters of the form: a single one may as well be an initial. */
  length: number
  doubt: number
}

export interface TownMention {
  town: number
  words: WordSet
  /** Words beside it that say nothing more: "Comune di", a province. */
  beside: WordSet
  /** 0 where every letter is right. */
  doubt: number
}

/** A text, with all that its words may mean. */
export interface SearchQuery {
  words: QueryWord[]
  /** By the number of a name's word: which words of the text it may be, the likeliest first. */
  places: ReadonlyMap<number, readonly WordPlace[]>
  kinds: KindMention[]
  towns: TownMention[]
  /** Words that say nothing: "civico", "Italia". */
  fillers: WordSet
  /** The last word may be unfinished. */
  isTyping: boolean
}

/** The set of the words from `start` on. */
export function wordSet(start: number, length: number): WordSet {
  return ((1 << length) - 1) << start
}

/** Lists by each word of a name where it may stand. */
export function placeWords(words: readonly QueryWord[]): Map<number, WordPlace[]> {
  const places = new Map<number, WordPlace[]>()
  const add = (at: number, length: 1 | 2, meaning: Meaning) => {
    const known = places.get(meaning.word)
    if (known) known.push({ at, length, meaning })
    else places.set(meaning.word, [{ at, length, meaning }])
  }
  for (let at = 0; at < words.length; at++) {
    for (const meaning of words[at]?.meanings ?? []) add(at, 1, meaning)
    for (const meaning of words[at]?.joined ?? []) add(at, 2, meaning)
  }
  return places
}
