import { CandidateFinder } from './candidate-finder'
import { foldWords } from './fold-words'
import { QueryReader } from './query-reader'
import type { SearchQuery } from './search-query'
import type { SearchStreets } from './search-streets'
import type { StreetWords } from './street-words'

/** Finds streets in memory by any of their words, with slips. Knows no house numbers. */
export class StreetSearch {
  readonly streets: SearchStreets['streets']
  readonly towns: SearchStreets['towns']
  readonly words: StreetWords
  private readonly reader: QueryReader
  private readonly candidates: CandidateFinder

  constructor(private readonly known: SearchStreets) {
    this.streets = known.streets
    this.towns = known.towns
    this.words = known.words
    this.reader = new QueryReader(known)
    this.candidates = new CandidateFinder(known)
  }

  weightOf(word: number): number {
    return this.known.weights[word] ?? 1
  }

  /** The place in `towns` of a town of this name, or -1. */
  findTown(name: string): number {
    const wanted = foldWords(name).join(' ')
    return this.towns.findIndex(({ forms }) => forms.some((form) => form.join(' ') === wanted))
  }

  /** Reads a text. With `isTyping` its last word may be unfinished. */
  read(text: string, isTyping: boolean): SearchQuery {
    return this.reader.read(text, isTyping)
  }

  /** The streets that share most words with a text, by their place in `streets`. */
  findCandidates(query: SearchQuery): number[] {
    return this.candidates.find(query)
  }
}
