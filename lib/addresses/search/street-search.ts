import { besideTown, findFillers } from './fillers'
import { foldWords } from './fold-words'
import { allowedEdits } from './near-strings'
import { type KindMention, placeWords, type QueryWord, type SearchQuery, type TownMention, wordSet } from './search-query'
import type { SearchStreets } from './search-streets'
import { editsOfBeginning, LONGEST_SHORTENED } from './shortened'
import { kindsOfForm, LONGEST_KIND } from './street-kinds'
import type { Meaning, StreetWords } from './street-words'

/** What an edit, and a word that is not finished, take from the likeness. */
const PER_EDIT = 0.1
const PER_EDIT_OF_SHORT = 0.13
const SHORT = 4
const UNFINISHED = 0.01
const UNFINISHED_TOWN = 0.02
const PER_EDIT_OF_KIND = 0.05
const PER_EDIT_OF_TOWN = 0.06
/** Two words that are one in the name. */
const WRITTEN_APART = 0.02

/** Words that begin like one which is being typed: more of them are told apart by the next letter. */
const MOST_BEGINNINGS = 300
/** What was found out of so many different words is remembered. */
const MOST_REMEMBERED = 20_000
/** Words so short are like too many others. */
const SHORT_WORD = 3
/** Streets that fit best by their words alone: these are looked at closely. */
const MOST_CANDIDATES = 24
/** Beside rarer words, one that more streets have tells nothing. */
const COMMON = 3_000
/** How far a street's type, or the beginning of a word of its name, brings it forward where the text has them. */
const OF_KIND = 0.15
const BEGINS_ALIKE = 0.25
/** So many streets are looked at for that, before the best are chosen. */
const MOST_ALIKE = 160
/** How far being in the town that the text names brings a street forward. */
const IN_TOWN = 0.6
/** How far a word that the street has and the text has not sets it back. */
const PER_MISSING = 0.5

interface Hit {
  string: number
  edits: number
  isBeginning: boolean
}

interface NearKind {
  kind: string
  doubt: number
}

interface WordFound {
  /** Types of which it is a misspelling. */
  nearKinds: readonly NearKind[]
  hits: readonly Hit[]
  meanings: readonly Meaning[]
}

function doubtOf(text: string, edits: number): number {
  return edits * (text.length <= SHORT ? PER_EDIT_OF_SHORT : PER_EDIT)
}

/** Finds streets in memory by any of their words, with slips. Knows no house numbers. */
export class StreetSearch {
  readonly streets: SearchStreets['streets']
  readonly towns: SearchStreets['towns']
  readonly words: StreetWords
  private readonly remembered = new Map<string, WordFound>()
  /** For one query at a time: which street was reached in which query, by which word, how far. */
  private readonly reachedIn: Uint32Array
  private readonly reachedBy: Int8Array
  private readonly reach: Float32Array
  private queries = 0

  constructor(private readonly known: SearchStreets) {
    const { streets, towns, words } = known
    this.streets = streets
    this.towns = towns
    this.words = words
    this.reachedIn = new Uint32Array(streets.length)
    this.reachedBy = new Int8Array(streets.length)
    this.reach = new Float32Array(streets.length)
  }

  private countOf(word: number): number {
    return (this.known.starts[word + 1] ?? 0) - (this.known.starts[word] ?? 0)
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
    const texts = foldWords(text)
    const last = texts.length - 1
    const found = texts.map((word, at) => this.findWord(word, isTyping && at === last))
    const words = texts.map((word, at): QueryWord => {
      const isNumber = /^\d/.test(word)
      const joined = isNumber ? [] : this.findJoined(word, texts[at + 1])
      return { text: word, isNumber, isPostcode: isNumber && /^\d{5}$/.test(word), meanings: found[at]?.meanings ?? [], joined }
    })
    return {
      words,
      places: placeWords(words),
      kinds: this.readKinds(texts, found),
      towns: this.readTowns(texts, found),
      fillers: findFillers(texts),
      isTyping,
    }
  }

  private findWord(text: string, isUnfinished: boolean): WordFound {
    const key = isUnfinished ? `${text} ` : text
    const known = this.remembered.get(key)
    if (known) return known
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear()
    const hits = this.findHits(text, isUnfinished)
    const meanings = hits.flatMap(({ string, edits, isBeginning }) => {
      const doubt = doubtOf(text, edits) + (isBeginning ? UNFINISHED : 0)
      const all = this.words.meaningsOf(string)
      const meant = edits < 2 ? all : all.filter(({ next }) => next === -1)
      return doubt === 0 ? meant : meant.map((meaning): Meaning => ({ ...meaning, doubt: meaning.doubt + doubt, level: 2 }))
    })
    const found = {
      nearKinds: this.findNearKinds(text),
      hits,
      meanings: [...meanings, ...this.words.ofHabit(text)].sort((one, other) => one.doubt - other.doubt),
    }
    this.remembered.set(key, found)
    return found
  }

  private findHits(text: string, isUnfinished: boolean): Hit[] {
    const hits: Hit[] = []
    this.known.near.find(text, (string, edits) => hits.push({ string, edits, isBeginning: false }))
    if (!isUnfinished || text.length < 2) return hits
    for (let at = this.firstFrom(text); at < this.known.sorted.length && hits.length < MOST_BEGINNINGS; at++) {
      const entry = this.known.sorted[at]
      if (!entry?.text.startsWith(text)) break
      if (entry.text !== text) hits.push({ string: entry.string, edits: 0, isBeginning: true })
    }
    return hits
  }

  private firstFrom(text: string): number {
    let [low, high] = [0, this.known.sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.known.sorted[middle]?.text ?? '') < text) low = middle + 1
      else high = middle
    }
    return low
  }

  private findJoined(word: string, next: string | undefined): Meaning[] {
    if (next === undefined || /^\d/.test(next)) return []
    const string = this.words.findString(word + next)
    if (string === undefined) return []
    const meant = this.words.meaningsOf(string).filter((meaning) => meaning.next === -1 && meaning.level < 2)
    return meant.map((meaning) => ({ ...meaning, doubt: WRITTEN_APART, level: 2 }))
  }

  private readKinds(texts: readonly string[], found: readonly WordFound[]): KindMention[] {
    const mentions: KindMention[] = []
    for (let start = 0; start < texts.length; start++) {
      for (let length = Math.min(LONGEST_KIND, texts.length - start); length > 0; length--) {
        const form = texts.slice(start, start + length).join(' ')
        const known = kindsOfForm(form)
        const kinds = known.length === 0 && this.known.kinds.has(form) ? [form] : known
        for (const kind of kinds) mentions.push({ kind, words: wordSet(start, length), length: form.length, doubt: 0 })
      }
      for (const { kind, doubt } of found[start]?.nearKinds ?? []) {
        mentions.push({ kind, words: wordSet(start, 1), length: texts[start]?.length ?? 0, doubt })
      }
    }
    return mentions
  }

  private findNearKinds(text: string): NearKind[] {
    const kinds: NearKind[] = []
    if (/\d/.test(text)) return kinds
    this.known.nearKinds.near.find(text, (at, edits) => {
      const name = this.known.nearKinds.names[at] ?? ''
      const meant = kindsOfForm(name).length > 0 ? kindsOfForm(name) : [name]
      if (edits > 0) kinds.push(...meant.map((kind) => ({ kind, doubt: edits * PER_EDIT_OF_KIND })))
    })
    return kinds
  }

  private readTowns(texts: readonly string[], found: readonly WordFound[]): TownMention[] {
    const mentions: TownMention[] = []
    for (const [start, { hits }] of found.entries()) {
      for (const { string, edits, isBeginning } of hits) {
        for (const { town, form } of this.known.townsByString.get(string) ?? []) {
          const more = this.editsOfRest(texts, start, form)
          if (more === null) continue
          const doubt = (edits + more) * PER_EDIT_OF_TOWN + (isBeginning ? UNFINISHED_TOWN : 0)
          const words = wordSet(start, form.length)
          mentions.push({ town, words, beside: besideTown(texts, words), doubt })
        }
      }
    }
    return mentions.sort((one, other) => one.doubt - other.doubt)
  }

  /** The edits of a town's other words, or null where they are not there. */
  private editsOfRest(texts: readonly string[], start: number, form: readonly string[]): number | null {
    if (form.length === 1) return 0
    const { length } = form.filter((word, at) => at === 0 || isNear(texts[start + at] ?? '', word))
    return length === form.length ? Number(form.some((word, at) => at > 0 && texts[start + at] !== word)) : null
  }

  /** The streets that share most words with a text, by their place in `streets`. */
  findCandidates(query: SearchQuery): number[] {
    this.queries += 1
    const reached: number[] = []
    const named = new Set(query.towns.map(({ town }) => town))
    const rarest = query.words.map((word, at) => ({ word, at, size: this.sizeOf(word) })).sort((one, other) => one.size - other.size)
    for (const { word, at, size } of rarest) {
      if (size > COMMON && reached.length > 0) continue
      // What is a word of a name or a type as it stands is seldom a slip; a longer look at the best streets allows for it.
      const isItself = query.kinds.some(({ words, doubt }) => words === 1 << at && doubt === 0) || word.text.length <= SHORT_WORD
      this.reachBy(word.meanings, at, reached, isItself && word.meanings[0]?.doubt === 0)
      this.reachBy(word.joined, at, reached, false)
    }
    return this.sortOut(query, this.takeBest(reached, named))
  }

  private sizeOf({ meanings }: QueryWord): number {
    return meanings.reduce((sum, { word }) => sum + this.countOf(word), 0)
  }

  private reachBy(meanings: readonly Meaning[], at: number, reached: number[], isExact: boolean): void {
    for (const { word, next, doubt } of meanings) {
      if (isExact && doubt > 0) break
      const gain = (this.weightOf(word) + (next === -1 ? 0 : this.weightOf(next))) * (1 - 2 * doubt)
      const rarer = next === -1 || this.countOf(word) <= this.countOf(next) ? word : next
      const end = this.known.starts[rarer + 1] ?? 0
      for (let posting = this.known.starts[rarer] ?? 0; posting < end; posting++) {
        const street = this.known.postings[posting] ?? 0
        if (this.reachedIn[street] !== this.queries) {
          this.reachedIn[street] = this.queries
          this.reach[street] = 0
          reached.push(street)
        } else if (this.reachedBy[street] === at) continue
        this.reachedBy[street] = at
        this.reach[street] = (this.reach[street] ?? 0) + gain
      }
    }
  }

  /** The streets with most reach, with how far. Among hundreds of one surname all are as far: more of them are kept than are looked at closely. */
  private takeBest(reached: readonly number[], named: ReadonlySet<number>): Array<{ street: number; score: number }> {
    const { totals, townOf } = this.known
    const hasTown = named.size > 0
    const scores = new Float32Array(reached.length)
    for (let index = 0; index < reached.length; index++) {
      const street = reached[index] ?? 0
      const reach = this.reach[street] ?? 0
      const missing = (totals[street] ?? 0) - reach
      scores[index] = reach - (missing > 0 ? PER_MISSING * missing : 0) + (hasTown && named.has(townOf[street] ?? 0) ? IN_TOWN : 0)
    }
    const least = leastOfBest(scores, MOST_CANDIDATES) - OF_KIND - BEGINS_ALIKE
    const best: Array<{ street: number; score: number }> = []
    for (let index = 0; index < reached.length; index++) {
      const score = scores[index] ?? 0
      if (score >= least) best.push({ street: reached[index] ?? 0, score })
    }
    if (best.length <= MOST_ALIKE) return best
    return best.sort((one, other) => other.score - one.score).slice(0, MOST_ALIKE)
  }

  /** The best of these, their types and the beginnings of first names counted in. */
  private sortOut(query: SearchQuery, best: Array<{ street: number; score: number }>): number[] {
    if (best.length > MOST_CANDIDATES) {
      const kinds = new Set(query.kinds.map(({ kind }) => kind))
      const short = query.words.filter(({ text, isNumber }) => !isNumber && text.length <= LONGEST_SHORTENED).map(({ text }) => text)
      for (const entry of best) {
        const street = this.streets[entry.street]
        if (street?.kind && kinds.has(street.kind)) entry.score += OF_KIND
        const begins = street?.name.some((word) => {
          const text = this.words.words[word] ?? ''
          return short.some((typed) => editsOfBeginning(typed, text) !== null)
        })
        if (begins) entry.score += BEGINS_ALIKE
      }
      best.sort((one, other) => other.score - one.score)
    }
    return best.slice(0, MOST_CANDIDATES).map(({ street }) => street)
  }
}

/** The least of the `count` highest scores. */
function leastOfBest(scores: Float32Array, count: number): number {
  if (scores.length <= count) return Number.NEGATIVE_INFINITY
  const best = new Float32Array(count).fill(Number.NEGATIVE_INFINITY)
  for (const score of scores) {
    if (score <= (best[count - 1] ?? 0)) continue
    let at = count - 1
    while (at > 0 && (best[at - 1] ?? 0) < score) {
      best[at] = best[at - 1] ?? 0
      at -= 1
    }
    best[at] = score
  }
  return best[count - 1] ?? 0
}

function isNear(text: string, word: string): boolean {
  if (text === word) return true
  const limit = allowedEdits(word.length)
  return limit > 0 && Math.abs(text.length - word.length) <= limit && text[0] === word[0] && text.at(-1) === word.at(-1)
}
