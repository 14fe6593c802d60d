import { besideTown, findFillers } from './fillers'
import { foldWords } from './fold-words'
import { allowedEdits } from './near-strings'
import { type KindMention, placeWords, type QueryWord, type SearchQuery, type TownMention, wordSet } from './search-query'
import type { SearchStreets } from './search-streets'
import { kindsOfForm, LONGEST_KIND } from './street-kinds'
import type { Meaning } from './street-words'

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

function isNear(text: string, word: string): boolean {
  if (text === word) return true
  const limit = allowedEdits(word.length)
  return limit > 0 && Math.abs(text.length - word.length) <= limit && text[0] === word[0] && text.at(-1) === word.at(-1)
}

/** Reads what somebody typed: which words, types and towns each part of it may mean, with slips. */
export class QueryReader {
  private readonly remembered = new Map<string, WordFound>()

  constructor(private readonly known: SearchStreets) {}

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
      const all = this.known.words.meaningsOf(string)
      const meant = edits < 2 ? all : all.filter(({ next }) => next === -1)
      return doubt === 0 ? meant : meant.map((meaning): Meaning => ({ ...meaning, doubt: meaning.doubt + doubt, level: 2 }))
    })
    const found = {
      nearKinds: this.findNearKinds(text),
      hits,
      meanings: [...meanings, ...this.known.words.ofHabit(text)].sort((one, other) => one.doubt - other.doubt),
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
    const string = this.known.words.findString(word + next)
    if (string === undefined) return []
    const meant = this.known.words.meaningsOf(string).filter((meaning) => meaning.next === -1 && meaning.level < 2)
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
}
