import { lexStreetList } from './lex-street-list'
import { type Draft, finishDraft } from './list-draft'
import { endsInEnglishType, trailingType } from './list-street-types'
import { endOfStretchOrNull, isStretchAt } from './list-stretch'
import { FORMER, PREPOSITIONS } from './list-words'
import { NumberReader } from './number-reader'
import type { ParsedPiece } from './street-list'
import { TokenCursor } from './token-cursor'

/** A longer piece is no street; its text is also the key under which a choice is kept. */
const LONGEST_PIECE = 400

/** What stands before a colon and says nothing: "Vie interessate: …". */
const HEADINGS =
  /^(?:elenco |seguenti |le |the |following |affected )*(?:vie|strade|indirizzi|civici|utenze|zone|localita|gatves|gatvese|adresai|adresais|вулиці|вул|адреси|адресами|streets?|addresses)(?: interessate| interessati| coinvolte| affected)?$/
/** Reads a list from its beginning to its end: streets, the numbers behind each, and numbers that go on with the street before. */
export class ListReader {
  private readonly cursor: TokenCursor
  private readonly drafts: Draft[] = []
  /** The municipality of a heading, which holds for what follows. */
  private place: string | null = null
  /** "vie Roma e Verdi": the type of the names that follow. */
  private plural: string | null = null
  private isHardStart = true
  /** The name that is being read has its type before it. */
  private isTyped = false
  /** The name that was read last has its type behind it: a number right there is a house's, whatever follows. */
  private endsInType = false

  constructor(private readonly text: string) {
    // Ordinal signs, which Unicode counts as letters: "nº 5", "1º Maggio".
    this.cursor = new TokenCursor(lexStreetList(text.replace(/[ºª]/g, ' ')))
  }

  read(): ParsedPiece[] {
    for (this.skipSigns(); this.cursor.kindAt(this.cursor.at) !== 'nothing'; this.skipSigns()) {
      const before = this.cursor.at
      this.readPiece()
      if (this.cursor.at === before) this.cursor.at += 1
      this.isHardStart = false
    }
    let line = 1
    let seen = 0
    return this.drafts.map((draft) => {
      line += this.text.slice(seen, draft.start).split(/\r\n|[\n\r\u2028\u2029]/).length - 1
      seen = draft.start
      const text = this.text.slice(draft.start, draft.end).trim().slice(0, LONGEST_PIECE)
      return { text, line, ...(draft.place && { place: draft.place }), ...finishDraft(draft) }
    })
  }

  private skipSigns(): void {
    const { cursor } = this
    for (;;) {
      const kind = cursor.kindAt(cursor.at)
      if (kind === 'break') {
        this.isHardStart = true
        this.plural = null
      } else if (kind === 'word' ? !this.isBareAnd(cursor.at) : kind === 'number' || kind === 'nothing') return
      cursor.at += 1
    }
  }

  /** "e", "ir" between two streets. */
  private isBareAnd(at: number): boolean {
    return this.cursor.means(at, 'and') && (this.drafts.length > 0 || this.cursor.typeAt(at + 1) !== null)
  }

  private startOf(at: number): number {
    return this.cursor.tokens[at]?.start ?? this.text.length
  }

  private endBefore(at: number): number {
    return this.cursor.tokens[at - 1]?.end ?? 0
  }

  private readPiece(): void {
    const { cursor } = this
    if (this.isHardStart && this.readHeading()) return
    if (this.startsNumberFirst(cursor.at)) this.readNumberFirst()
    else if (cursor.startsNumbers(cursor.at) && !this.startsWholeStreet(cursor.at)) this.readContinuation()
    else this.readStreet()
  }

  /** "Galliera:" before streets, or "Vie interessate:", which says nothing. */
  private readHeading(): boolean {
    const { cursor } = this
    const words = cursor.wordsAt(cursor.at)
    const behind = cursor.at + words.length
    if (words.length === 0 || cursor.kindAt(behind) !== 'colon' || cursor.typeAt(cursor.at)) {
      if (words.length === 0 || cursor.kindAt(behind) !== 'colon' || !HEADINGS.test(words.join(' '))) return false
    }
    const isName = cursor.startsNumbers(behind + 1)
    if (isName && !HEADINGS.test(words.join(' '))) return false
    this.place = HEADINGS.test(words.join(' ')) ? this.place : this.text.slice(this.startOf(cursor.at), this.endBefore(behind))
    cursor.at = behind + 1
    return true
  }

  /** "tutta via Roma", "visa Vilniaus g.", "all of High Street". */
  private startsWholeStreet(at: number): boolean {
    const { cursor } = this
    const first = cursor.skipNoise(at)
    const found = cursor.meaningAt(first)
    if (found?.meaning !== 'whole') return false
    const next = cursor.skipNoise(first + found.length)
    return cursor.kindAt(next) === 'word' && !cursor.startsNumbers(next)
  }

  /** "12-20 High Street", "nn. 5 e 7 di via Roma": no sign stands between the last number and the street. */
  private startsNumberFirst(at: number): boolean {
    const { cursor } = this
    const first = cursor.skipNoise(at)
    if (cursor.kindAt(first) !== 'number') return false
    const next = this.endOfRun(first)
    if (cursor.kindAt(next - 1) !== 'number' && !cursor.isSuffixAt(next - 1)) return false
    if (endsInEnglishType(cursor.wordsAt(next))) return true
    const preposition = PREPOSITIONS.has(cursor.wordAt(next) ?? '') ? next + 1 : next
    return this.isHardStart && cursor.typeAt(preposition) !== null && (preposition > next || this.drafts.length === 0)
  }

  /** Behind numbers and what stands between them. */
  private endOfRun(first: number): number {
    const { cursor } = this
    let next = first
    for (;;) {
      const kind = cursor.kindAt(next)
      const links = cursor.means(next, 'and') || cursor.means(next, 'to')
      const isLink = kind === 'comma' || kind === 'dash' || (kind === 'word' && links && cursor.kindAt(next + 1) === 'number')
      if (kind !== 'number' && !isLink && !cursor.isSuffixAt(next)) return next
      next += 1
    }
  }

  private readNumberFirst(): void {
    const { cursor } = this
    const draft = this.open()
    draft.isNumberFirst = true
    this.readFirstNumbers(draft)
    if (PREPOSITIONS.has(cursor.wordAt(cursor.at) ?? '')) cursor.at += 1
    this.readName(draft)
    this.readNumbers(draft)
    draft.isAdjacent = false
  }

  /** The numbers before an English street's name: up to the first word that is no number's. */
  private readFirstNumbers(draft: Draft): void {
    const { cursor } = this
    const begin = cursor.skipNoise(cursor.at)
    const end = this.endOfRun(begin)
    const reader = new TokenCursor(cursor.tokens.slice(begin, end))
    draft.numbers.push(new NumberReader(reader).run())
    if (reader.at < end - begin) draft.problem = { reason: 'street_numbers_unreadable', params: {} }
    cursor.at = end
  }

  /** Numbers that begin a piece go on with the street before. */
  private readContinuation(): void {
    const before = this.drafts.at(-1)
    const draft = before?.name && !before.isNumberFirst ? before : this.open()
    if (draft === before) draft.isAdjacent &&= draft.numbers.length > 0
    this.readNumbers(draft)
  }

  private open(): Draft {
    const start = this.startOf(this.cursor.at)
    const draft: Draft = {
      start,
      end: start,
      name: null,
      isAdjacent: false,
      isWhole: false,
      isNumberFirst: false,
      numbers: [],
      place: this.place,
      problem: null,
    }
    this.drafts.push(draft)
    return draft
  }

  private readStreet(): void {
    const { cursor } = this
    const draft = this.open()
    if (this.startsWholeStreet(cursor.at)) {
      const whole = cursor.skipNoise(cursor.at)
      cursor.at = cursor.skipNoise(whole + (cursor.meaningAt(whole)?.length ?? 1))
      draft.isWhole = true
    }
    if (PREPOSITIONS.has(cursor.wordAt(cursor.at) ?? '') && cursor.typeAt(cursor.at + 1)) cursor.at += 1
    this.readName(draft)
    this.readHint(draft)
    draft.isAdjacent = cursor.kindAt(cursor.at) === 'number'
    this.readNumbers(draft)
    this.readHint(draft)
  }

  private readNumbers(draft: Draft): void {
    const { cursor } = this
    if (cursor.kindAt(cursor.at) === 'dash' && cursor.kindAt(cursor.at + 1) === 'number') cursor.at += 1
    if (this.readStretch(draft)) return
    const numbers = new NumberReader(cursor, this.endsInType).run()
    this.endsInType = false
    if (!draft.problem) draft.numbers.push(numbers)
    draft.end = Math.max(draft.end, this.endBefore(cursor.at))
    this.readStretch(draft)
  }

  /** Words in parentheses that are no numbers: the municipality, or a former name, which says nothing. */
  private readHint(draft: Draft): void {
    const { cursor } = this
    if (cursor.kindAt(cursor.at) !== 'open' || cursor.startsNumbers(cursor.at + 1) || isStretchAt(cursor, cursor.at + 1, true)) return
    const words = cursor.wordsAt(cursor.at + 1)
    const behind = cursor.at + 1 + words.length
    if (words.length === 0 || cursor.kindAt(behind) !== 'close') return
    if (!FORMER.has(words[0] ?? '')) draft.place = this.text.slice(this.startOf(cursor.at + 1), this.endBefore(behind))
    cursor.at = behind + 1
    draft.end = this.endBefore(cursor.at)
  }

  /** The words of a name. The cursor is on its first, and is left behind its last. */
  private readName(draft: Draft): void {
    const { cursor } = this
    const start = cursor.at
    const type = cursor.typeAt(start)
    this.isTyped = type !== null
    if (type) {
      cursor.at += type.length
      this.plural = type.isPlural ? type.type : null
    }
    const nameStart = cursor.at
    while (this.isNameAt(nameStart)) cursor.at += 1
    const words = this.text.slice(this.startOf(type?.isPlural ? nameStart : start), this.endBefore(cursor.at))
    draft.name = { text: this.plural && (!type || type.isPlural) ? `${this.plural} ${words}` : words }
    this.endsInType = this.hasTrailingType(nameStart)
    draft.end = this.endBefore(cursor.at)
    this.readStretch(draft)
  }

  /** Whether the token at the cursor is one more of the name that began at `nameStart`. */
  private isNameAt(nameStart: number): boolean {
    const { cursor } = this
    const { at } = cursor
    const kind = cursor.kindAt(at)
    const isFirst = at === nameStart
    if (kind === 'dash') return !isFirst && cursor.kindAt(at + 1) === 'word' && !cursor.typeAt(at + 1) && !cursor.startsNumbers(at + 1)
    if (kind === 'number') return cursor.isNumberOfName(at) && !this.hasTrailingType(nameStart)
    if (kind !== 'word') return false
    if (isFirst) return !isStretchAt(cursor, at, !this.isTyped) && !(cursor.means(at, 'and') && cursor.typeAt(at + 1))
    if (isStretchAt(cursor, at, this.namesSomething(nameStart))) return false
    if (cursor.means(at, 'and')) return !this.endsAtAnd(at, nameStart)
    return !(this.namesSomething(nameStart) && cursor.startsNumbers(at))
  }

  private wordsSince(nameStart: number): string[] {
    const words: string[] = []
    for (let at = nameStart; at < this.cursor.at; at++) {
      const word = this.cursor.wordAt(at)
      if (word) words.push(word)
    }
    return words
  }

  private hasTrailingType(nameStart: number): boolean {
    return trailingType(this.wordsSince(nameStart)) !== null
  }

  private namesSomething(nameStart: number): boolean {
    return this.cursor.at > nameStart
  }

  /** "via Roma e via Verdi" are two, "via Pietro e Paolo" is one, "vie Roma e Verdi" are two. */
  private endsAtAnd(at: number, nameStart: number): boolean {
    const { cursor } = this
    const next = at + (cursor.meaningAt(at)?.length ?? 1)
    if (cursor.typeAt(next) || this.plural) return true
    return this.hasTrailingType(nameStart) && cursor.kindAt(next) === 'word'
  }

  /** Takes a stretch, with the streets that it lies between, as a problem: it has to be drawn. */
  private readStretch(draft: Draft): boolean {
    const end = endOfStretchOrNull(this.cursor)
    if (end === null) return false
    this.cursor.at = end
    draft.problem = { reason: 'street_stretch', params: {} }
    draft.end = this.endBefore(end)
    return true
  }
}
