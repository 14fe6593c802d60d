import { otherSpellings } from './number-words'
import { isCyrillic, latinSkeleton, transliterate } from './transliterate'

/** A name's word that a word of a text may stand for. */
export interface Meaning {
  word: number
  /** The word of the name that follows and is meant too ("lamarmora" for "La Marmora"), or -1. */
  next: number
  /** 0 where it is the word itself. */
  doubt: number
  /** 0 the word itself, 1 the word in another script by its official rules, 2 anything less sure. */
  level: 0 | 1 | 2
}

/** Doubts that other spellings cast. */
const OTHER_NUMBER_SPELLING = 0.01
const JOINED = 0.02
const OTHER_HABIT = 0.03

/** Longer first words are seldom written as one with the next: articles, "San", "Dell'". */
const LONGEST_JOINED = 5

/** The words of all street names, with the strings by which each is found. */
export class StreetWords {
  readonly words: string[] = []
  /** Everything that can be typed for a word of a name, and what it means. */
  readonly strings: string[] = []
  private readonly ids = new Map<string, number>()
  private readonly stringIds = new Map<string, number>()
  private readonly meanings: Meaning[][] = []
  private readonly skeletons = new Map<string, number[]>()

  /** The number of a word; made where it is new. */
  wordId(word: string): number {
    const known = this.ids.get(word)
    if (known !== undefined) return known
    const id = this.words.push(word) - 1
    this.ids.set(word, id)
    this.mean(word, { word: id, next: -1, doubt: 0, level: 0 })
    for (const other of otherSpellings(word)) this.mean(other, { word: id, next: -1, doubt: OTHER_NUMBER_SPELLING, level: 2 })
    if (isCyrillic(word)) this.addLatin(word, id, -1)
    return id
  }

  private addLatin(word: string, id: number, next: number): void {
    const latin = transliterate(word)
    this.mean(latin, { word: id, next, doubt: next === -1 ? 0 : JOINED, level: next === -1 ? 1 : 2 })
    const skeleton = latinSkeleton(latin)
    if (next === -1 && skeleton.length > 2) this.skeletons.set(skeleton, [...(this.skeletons.get(skeleton) ?? []), id])
  }

  /** Two words of a name that follow each other: people may write them as one. */
  addPair(one: string, other: string): void {
    if (one.length > LONGEST_JOINED || /\d/.test(one + other)) return
    const [word, next] = [this.wordId(one), this.wordId(other)]
    const id = this.stringIds.get(one + other)
    if (id !== undefined && this.meanings[id]?.some((meaning) => meaning.word === word && meaning.next === next)) return
    this.mean(one + other, { word, next, doubt: JOINED, level: 2 })
    if (isCyrillic(one)) this.addLatin(one + other, word, next)
  }

  /** Makes a string findable, for towns: it means no word of a street. Returns its number. */
  stringId(text: string): number {
    const known = this.stringIds.get(text)
    if (known !== undefined) return known
    const id = this.strings.push(text) - 1
    this.stringIds.set(text, id)
    this.meanings.push([])
    return id
  }

  private mean(text: string, meaning: Meaning): void {
    if (text !== '') this.meanings[this.stringId(text)]?.push(meaning)
  }

  findString(text: string): number | undefined {
    return this.stringIds.get(text)
  }

  meaningsOf(stringId: number): readonly Meaning[] {
    return this.meanings[stringId] ?? []
  }

  /** Words in Cyrillic letters that a Latin word may be by another habit than the official rules. */
  ofHabit(latin: string): Meaning[] {
    if (this.skeletons.size === 0 || isCyrillic(latin)) return []
    return (this.skeletons.get(latinSkeleton(latin)) ?? []).map((word) => ({ word, next: -1, doubt: OTHER_HABIT, level: 2 }))
  }
}
