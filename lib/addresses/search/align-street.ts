import type { KindMention, SearchQuery, TownMention, WordSet } from './search-query'
import type { SearchStreet } from './search-streets'
import { editsOfBeginning } from './shortened'
import type { StreetSearch } from './street-search'
import type { Meaning } from './street-words'

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
  /** Whether the text names the street's town: in every letter, nearly, or it names another, or none. */
  town: 'named' | 'near' | 'other' | 'none'
  /** The text's words that are left: a house number, a postcode, or nothing that belongs to this street. */
  rest: WordSet
  /** What words among these speak against the street, as far as they can be neither a number nor the like. A house's district may be among them. */
  left: number
  /** The last word of the street's name in the text, or -1: house numbers mostly follow it. */
  end: number
}

/** What speaks how much against a street. */
const OTHER_KIND = 0.12
const NO_KIND = 0.03
const KIND_APART = 0.01
const MISSING_NAME = 0.35
/** The last word is what people say: "via Giardini" for "Via Pietro Giardini". */
const MISSING_FIRST = 0.2
const INITIAL = 0.05
const SLIP_IN_SHORTENED = 0.08
const OTHER_ORDER = 0.02
const OTHER_TOWN = 0.25
/** The text names a town, and more than this street: then the town is hardly the street's name ("Via Bologna"). */
const TOWN_AS_NAME = 0.2
/** With less of its name than this, by weight, a text means another street. */
const LEAST_OF_NAME = 0.24

interface NameFit {
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
class NameFitter {
  private used: WordSet = 0
  private readonly places: Array<Place | null>

  constructor(
    private readonly search: StreetSearch,
    private readonly query: SearchQuery,
    private readonly name: readonly number[],
  ) {
    this.places = name.map(() => null)
  }

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

interface KindFit {
  doubt: number
  level: 0 | 1 | 2
  words: WordSet
  isMissing: boolean
}

/** The words that say a street's type. Beside the name they say it surely. */
function fitKind(kinds: readonly KindMention[], kind: string | null, name: NameFit): KindFit {
  const free = kinds.filter(({ words }) => (words & name.words) === 0)
  const isBeside = ({ words }: KindMention) =>
    (words & (1 << (name.end + 1))) !== 0 || (name.start > 0 && (words & (1 << (name.start - 1))) !== 0)
  let best: KindFit | null = null
  let length = 0
  for (const mention of free) {
    if (mention.kind !== kind) continue
    const beside = isBeside(mention)
    if (!beside && mention.length < 3) continue
    const doubt = mention.doubt + (beside ? 0 : KIND_APART)
    if (best && (doubt > best.doubt || (doubt === best.doubt && mention.length <= length))) continue
    best = { doubt, level: doubt === 0 ? 0 : 2, words: mention.words, isMissing: false }
    length = mention.length
  }
  if (best) return best
  // Only what stands beside the name and is surely a type is one: "g" may as well be a first name or a house's letter.
  const other = free.find((mention) => mention.doubt === 0 && isBeside(mention)) ?? free.find(isBeside)
  if (other) return { doubt: OTHER_KIND + other.doubt, level: 2, words: other.words, isMissing: false }
  return kind === null ? { doubt: 0, level: 0, words: 0, isMissing: false } : { doubt: NO_KIND, level: 1, words: 0, isMissing: true }
}

interface TownFit {
  beside: WordSet
  doubt: number
  town: StreetFit['town']
  words: WordSet
}

function fitTown(mentions: readonly TownMention[], town: number, used: WordSet): TownFit {
  const free = mentions.filter(({ words }) => (words & used) === 0)
  const own = free.find((mention) => mention.town === town)
  const other = free.find((mention) => mention.doubt === 0 && mention.town !== town)
  if (own && !(other && own.doubt > 0))
    return { doubt: own.doubt, town: own.doubt === 0 ? 'named' : 'near', words: own.words, beside: own.beside }
  return other
    ? { doubt: OTHER_TOWN, town: 'other', words: other.words, beside: other.beside }
    : { doubt: 0, town: 'none', words: 0, beside: 0 }
}

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
