import type { ListToken } from './lex-street-list'
import { type FoundType, leadingType } from './list-street-types'
import { type ListWord, meaningOf, phraseAt } from './list-words'

/** Kinds of words that only stand around numbers. */
const NOISE: ReadonlySet<ListWord | null> = new Set(['number', 'side', 'article'])
/** Words that names begin with too ("via Salvo D'Acquisto", "via Fine"): they count only where a number follows. */
const ALSO_NAMES = new Set(['salvo', 'be', 'без', 'end', 'fine', 'all', 'the', 'of'])

/** What stands at a place of the list, whatever it is part of. */
export class TokenCursor {
  at = 0

  constructor(readonly tokens: readonly ListToken[]) {}

  kindAt(at: number): ListToken['kind'] | 'nothing' {
    return this.tokens[at]?.kind ?? 'nothing'
  }

  /** Where a token begins in the text, or the last one ends. */
  startOf(at: number): number {
    return this.tokens[at]?.start ?? this.endBefore(this.tokens.length)
  }

  /** Where the token before ends in the text; 0 before the first. */
  endBefore(at: number): number {
    return this.tokens[at - 1]?.end ?? 0
  }

  wordAt(at: number): string | null {
    const token = this.tokens[at]
    return token?.kind === 'word' ? token.word : null
  }

  /** Words from here to the next sign or number. */
  wordsAt(at: number, most = 12): string[] {
    const words: string[] = []
    for (let next = at; words.length < most; next++) {
      const word = this.wordAt(next)
      if (word === null) break
      words.push(word)
    }
    return words
  }

  /** A letter that a hyphen or an apostrophe joins to more letters. */
  private isJoinedAt(at: number): boolean {
    const [token, next] = [this.tokens[at], this.tokens[at + 1]]
    return token !== undefined && next?.kind === 'word' && next.start === token.end + 1 && next.word.length > 1
  }

  /** What the word or phrase here means in a list, and how many words it is; null where it is a name's. */
  meaningAt(at: number): { meaning: ListWord; length: number } | null {
    const token = this.tokens[at]
    if (token?.kind !== 'word' || token.isNameOnly) return null
    const phrase = phraseAt(this.wordsAt(at, 4))
    if (phrase) return phrase
    const meaning = meaningOf(token.word)
    return meaning ? { meaning, length: 1 } : null
  }

  means(at: number, meaning: ListWord): boolean {
    return this.meaningAt(at)?.meaning === meaning
  }

  typeAt(at: number): FoundType | null {
    const token = this.tokens[at]
    if (token?.kind !== 'word' || token.isNameOnly) return null
    const type = leadingType(this.wordsAt(at, 3))
    return type && this.kindAt(at + type.length) !== 'nothing' ? type : null
  }

  /** A piece, and with it its numbers, ends here. */
  isEnd(at: number): boolean {
    const kind = this.kindAt(at)
    return kind === 'break' || kind === 'nothing'
  }

  /** A piece may go on behind this sign, or end. */
  isSign(at: number): boolean {
    const kind = this.kindAt(at)
    return kind !== 'word' && kind !== 'number'
  }

  /** Past "civico", "lato", articles. */
  skipNoise(at: number): number {
    let next = at
    for (let found = this.meaningAt(next); found && NOISE.has(found.meaning); found = this.meaningAt(next)) next += found.length
    return next
  }

  /** Whether this number is part of a name: a word follows that is none of a list ("4 Novembre 12", "100 Cannoni"). */
  isNumberOfName(at: number): boolean {
    const next = this.tokens[at + 1]
    if (this.kindAt(at) !== 'number' || next?.kind !== 'word') return false
    if (this.typeAt(at + 1)) return false
    const meaning = this.meaningAt(at + 1)
    if (meaning && !ALSO_NAMES.has(next.word)) return false
    return !this.isSuffixAt(at + 1)
  }

  /** Whether a single letter here is a suffix that stands apart from its number: "12 a," but not "12 a 20". */
  isSuffixAt(at: number): boolean {
    const token = this.tokens[at]
    const before = this.tokens[at - 1]
    if (token?.kind !== 'word' || before?.kind !== 'number' || token.word.length !== 1 || this.isJoinedAt(at)) return false
    if (before.house.suffix && !/^\p{Ll}+$/u.test(before.house.suffix)) return false
    const following = this.meaningAt(at + 1)
    const meaning = meaningOf(token.word)
    if (this.isSign(at + 1)) return true
    if (token.word === 'б' && token.isCapital) return true
    if (this.kindAt(at + 1) === 'number' && meaning) return false
    if (meaning === 'and' || meaning === 'number' || meaning === 'article') return false
    if (meaning === 'to') return following !== null && following.meaning !== 'end' && !NOISE.has(following.meaning)
    return following !== null || this.kindAt(at + 1) === 'number'
  }

  /** Whether house numbers begin here, rather than a name or its next word. */
  startsNumbers(at: number): boolean {
    const first = this.skipNoise(at)
    if (this.kindAt(first) === 'number') return !this.isNumberOfName(first)
    const found = this.meaningAt(first)
    if (!found) return false
    const next = this.skipNoise(first + found.length)
    const isNumberNext = this.kindAt(next) === 'number' && !this.isNumberOfName(next)
    switch (found.meaning) {
      case 'from':
        return isNumberNext || this.means(next, 'start')
      case 'to':
        // "a" alone is Lithuanian for a square, and an initial: "Rotušės a. 5".
        if (this.wordAt(first) === 'a') return false
        return isNumberNext || this.means(next, 'end') || (this.means(next, 'to') && this.startsNumbers(next))
      case 'odd':
      case 'even':
      case 'whole':
        return this.startsEnding(next, found.meaning === 'whole')
      case 'except':
        return (
          isNumberNext ||
          this.startsNumbers(first + found.length) ||
          (this.typeAt(next) !== null && !ALSO_NAMES.has(this.wordAt(first) ?? ''))
        )
      case 'stretch':
        return this.startsNumbers(first + found.length)
      default:
        return false
    }
  }

  /** Behind "pari" or "tutta" the piece ends or numbers follow: else it was a name. "tutta la via" may name the type once more. */
  private startsEnding(at: number, isWhole: boolean): boolean {
    const type = isWhole ? leadingType(this.wordsAt(at, 2)) : null
    const next = type ? at + type.length : at
    if (this.isSign(next) || this.kindAt(next) === 'number') return true
    const found = this.meaningAt(next)
    if (!found) return isWhole ? false : this.typeAt(next) !== null
    return found.meaning === 'and' || found.meaning === 'odd' || found.meaning === 'even' || this.startsNumbers(next)
  }
}
