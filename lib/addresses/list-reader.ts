import { lexStreetList } from './lex-street-list'
import { type Draft, finishDraft } from './list-draft'
import { endOfRun, headingOrNull, startsNumberFirst, startsWholeStreet } from './list-openings'
import { endOfStretchOrNull, isStretchAt } from './list-stretch'
import { FORMER, PREPOSITIONS } from './list-words'
import { NameReader } from './name-reader'
import { NumberReader } from './number-reader'
import type { ParsedPiece } from './street-list'
import { TokenCursor } from './token-cursor'

/** A longer piece is no street; its text is also the key under which a choice is kept. */
const LONGEST_PIECE = 400

/** Reads a list from its beginning to its end: streets, the numbers behind each, and numbers that go on with the street before. */
export class ListReader {
  private readonly cursor: TokenCursor
  private readonly names: NameReader
  private readonly drafts: Draft[] = []
  /** The municipality of a heading, which holds for what follows. */
  private place: string | null = null
  private isHardStart = true
  /** The name that was read last has its type behind it: a number right there is a house's, whatever follows. */
  private endsInType = false

  constructor(private readonly text: string) {
    // Ordinal signs, which Unicode counts as letters: "nº 5", "1º Maggio".
    this.cursor = new TokenCursor(lexStreetList(text.replace(/[ºª]/g, ' ')))
    this.names = new NameReader(text, this.cursor)
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
        this.names.endLine()
      } else if (kind === 'word' ? !this.isBareAnd(cursor.at) : kind === 'number' || kind === 'nothing') return
      cursor.at += 1
    }
  }

  /** "e", "ir" between two streets. */
  private isBareAnd(at: number): boolean {
    return this.cursor.means(at, 'and') && (this.drafts.length > 0 || this.cursor.typeAt(at + 1) !== null)
  }

  private readPiece(): void {
    const { cursor } = this
    if (this.isHardStart && this.readHeading()) return
    if (startsNumberFirst(cursor, this.isHardStart, this.drafts.length === 0)) this.readNumberFirst()
    else if (cursor.startsNumbers(cursor.at) && !startsWholeStreet(cursor, cursor.at)) this.readContinuation()
    else this.readStreet()
  }

  /** "Galliera:" before streets, or "Vie interessate:", which says nothing. */
  private readHeading(): boolean {
    const { cursor } = this
    const heading = headingOrNull(cursor)
    if (!heading) return false
    if (heading.isPlace) this.place = this.text.slice(cursor.startOf(cursor.at), cursor.endBefore(heading.behind - 1))
    cursor.at = heading.behind
    return true
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
    const end = endOfRun(cursor, begin)
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
    const start = this.cursor.startOf(this.cursor.at)
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
    if (startsWholeStreet(cursor, cursor.at)) {
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
    draft.end = Math.max(draft.end, cursor.endBefore(cursor.at))
    this.readStretch(draft)
  }

  /** Words in parentheses that are no numbers: the municipality, or a former name, which says nothing. */
  private readHint(draft: Draft): void {
    const { cursor } = this
    if (cursor.kindAt(cursor.at) !== 'open' || cursor.startsNumbers(cursor.at + 1) || isStretchAt(cursor, cursor.at + 1, true)) return
    const words = cursor.wordsAt(cursor.at + 1)
    const behind = cursor.at + 1 + words.length
    if (words.length === 0 || cursor.kindAt(behind) !== 'close') return
    if (!FORMER.has(words[0] ?? '')) draft.place = this.text.slice(cursor.startOf(cursor.at + 1), cursor.endBefore(behind))
    cursor.at = behind + 1
    draft.end = cursor.endBefore(cursor.at)
  }

  private readName(draft: Draft): void {
    const { text, endsInType } = this.names.run()
    draft.name = { text }
    this.endsInType = endsInType
    draft.end = this.cursor.endBefore(this.cursor.at)
    this.readStretch(draft)
  }

  /** Takes a stretch, with the streets that it lies between, as a problem: it has to be drawn. */
  private readStretch(draft: Draft): boolean {
    const end = endOfStretchOrNull(this.cursor)
    if (end === null) return false
    this.cursor.at = end
    draft.problem = { reason: 'street_stretch', params: {} }
    draft.end = this.cursor.endBefore(end)
    return true
  }
}
