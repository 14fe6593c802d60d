import type { SearchQuery, WordSet } from './search-query'
import { editsOfBeginning } from './shortened'
import type { StreetSearch } from './street-search'
import type { Meaning } from './street-words'

/** What speaks how much against a street's name. */
const MISSING_NAME = 0.35
/** The last word is what people say: "via Giardini" for "Via Pietro Giardini". */
const MISSING_FIRST = 0.2
const INITIAL = 0.05
const SLIP_IN_SHORTENED = 0.08
const OTHER_ORDER = 0.02
/** With less of its name than this, by weight, a text means another street. */
const LEAST_OF_NAME = 0.24

/** How a text fits a street's name. `words` are the text's words that are the name, from `start` to `end`. */
export interface NameFit {
  doubt: number
  level: 0 | 1 | 2
  words: WordSet
  start: number
  end: number
}

/** One word of a name that the text has. */
interface Place {
  at: number
  length: number
  meaning: Meaning | null
  doubt: number
}

/** Finds which words of a text are a street's name. */
export class NameFitter {
  private used: WordSet = 0
  private readonly places: Array<Place | null>

  constructor(
    private readonly search: StreetSearch,
    private readonly query: SearchQuery,
    private readonly name: readonly number[],
  ) {
    this.places = name.map(() => null)
  }

  /** Null where the text means another street. */
  fit(): NameFit | null {
    this.take((doubt) => doubt === 0)
    this.take(() => true)
    this.takeShortened()
    return this.judge()
  }

  /** Gives each word of the name the word of the text that is most like it; where several are, the one after the word before. */
  private take(isTaken: (doubt: number) => boolean): void {
    for (let index = 0; index < this.name.length; index++) {
      if (this.places[index]) continue
      const best = this.findPlace(index, isTaken)
      if (!best) continue
      const word = this.name[index] ?? -1
      this.used |= ((1 << best.length) - 1) << best.at
      this.places[index] = best
      if (best.meaning && best.meaning.next !== -1 && best.meaning.word === word) this.places[index + 1] = { ...best, doubt: 0 }
    }
  }

  private findPlace(index: number, isTaken: (doubt: number) => boolean): Place | null {
    const before = this.places[index - 1]
    const expected = before ? before.at + before.length : -1
    const next = this.name[index + 1]
    let best: Place | null = null
    for (const { at, length, meaning } of this.query.places.get(this.name[index] ?? -1) ?? []) {
      const { doubt } = meaning
      if ((this.used & (length === 1 ? 1 << at : 3 << at)) !== 0 || !isTaken(doubt)) continue
      if (meaning.next !== -1 && (meaning.next !== next || this.places[index + 1])) continue
      if (!best || doubt < best.doubt || (doubt === best.doubt && at === expected)) best = { at, length, meaning, doubt }
    }
    return best
  }

  /** "I." for "Івана", "gius" for "Giuseppe", and the other way round where the name itself is shortened. */
  private takeShortened(): void {
    for (let index = 0; index < this.name.length; index++) {
      if (this.places[index]) continue
      const word = this.search.words.words[this.name[index] ?? -1] ?? ''
      const found = this.findShortened(word, 0) ?? this.findShortened(word, 1)
      if (!found) continue
      this.used |= 1 << found.at
      this.places[index] = found
    }
  }

  private findShortened(word: string, slips: 0 | 1): Place | null {
    const at = this.query.words.findIndex(({ text, isNumber }, place) => {
      if (isNumber || (this.used & (1 << place)) !== 0) return false
      const isOfName = slips === 0 && word.length === 1 && text.length > 1 && text.startsWith(word)
      return isOfName || editsOfBeginning(text, word) === slips
    })
    return at === -1 ? null : { at, length: 1, meaning: null, doubt: INITIAL + slips * SLIP_IN_SHORTENED }
  }

  private judge(): NameFit | null {
    let [whole, missing, doubt, level] = [0, 0, 0, 0]
    for (let index = 0; index < this.name.length; index++) {
      const weight = this.search.weightOf(this.name[index] ?? -1)
      const place = this.places[index]
      whole += weight
      if (place) doubt += place.doubt
      else missing += weight
      level = Math.max(level, place?.meaning ? place.meaning.level : 2)
    }
    if (whole - missing < LEAST_OF_NAME * whole) return null
    const hasLast = this.places.at(-1)?.doubt === 0
    doubt += ((hasLast ? MISSING_FIRST : MISSING_NAME) * missing) / whole
    const found = this.places.filter((place) => place !== null)
    const inOrder = found.every((place, index) => index === 0 || this.follows(found[index - 1], place))
    if (!inOrder) {
      level = 2
      doubt += OTHER_ORDER
    }
    const start = Math.min(...found.map(({ at }) => at))
    const end = Math.max(...found.map(({ at, length }) => at + length - 1))
    return { doubt, level: level as NameFit['level'], words: this.used, start, end }
  }

  private follows(before: Place | undefined, place: Place): boolean {
    return before === undefined || before.at === place.at || before.at + before.length === place.at
  }
}
