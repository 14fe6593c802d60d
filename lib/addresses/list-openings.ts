import { endsInEnglishType } from './list-street-types'
import { PREPOSITIONS } from './list-words'
import type { TokenCursor } from './token-cursor'

/** What stands before a colon and says nothing: "Vie interessate: …". */
const HEADINGS =
  /^(?:elenco |seguenti |le |the |following |affected )*(?:vie|strade|indirizzi|civici|utenze|zone|localita|gatves|gatvese|adresai|adresais|вулиці|вул|адреси|адресами|streets?|addresses)(?: interessate| interessati| coinvolte| affected)?$/

/** What stands above streets, up to its colon. */
export interface Heading {
  /** Behind the colon. */
  behind: number
  /** It names a municipality, rather than nothing. */
  isPlace: boolean
}

/** "Galliera:" or "Vie interessate:" at the cursor; null where no heading begins. */
export function headingOrNull(cursor: TokenCursor): Heading | null {
  const words = cursor.wordsAt(cursor.at)
  const colon = cursor.at + words.length
  if (words.length === 0 || cursor.kindAt(colon) !== 'colon') return null
  const saysNothing = HEADINGS.test(words.join(' '))
  // "Via Roma: 1-9" is a street, with its type or without.
  if (!saysNothing && (cursor.typeAt(cursor.at) || cursor.startsNumbers(colon + 1))) return null
  return { behind: colon + 1, isPlace: !saysNothing }
}

/** "tutta via Roma", "visa Vilniaus g.", "all of High Street". */
export function startsWholeStreet(cursor: TokenCursor, at: number): boolean {
  const first = cursor.skipNoise(at)
  const found = cursor.meaningAt(first)
  if (found?.meaning !== 'whole') return false
  const next = cursor.skipNoise(first + found.length)
  return cursor.kindAt(next) === 'word' && !cursor.startsNumbers(next)
}

/** Behind the numbers that begin at `first`, and what stands between them. */
export function endOfRun(cursor: TokenCursor, first: number): number {
  let next = first
  for (;;) {
    const kind = cursor.kindAt(next)
    const links = cursor.means(next, 'and') || cursor.means(next, 'to')
    const isLink = kind === 'comma' || kind === 'dash' || (kind === 'word' && links && cursor.kindAt(next + 1) === 'number')
    if (kind !== 'number' && !isLink && !cursor.isSuffixAt(next)) return next
    next += 1
  }
}

/**
 * "12-20 High Street", "nn. 5 e 7 di via Roma": no sign stands between the last number and the street. `isLineStart`: the cursor is where a line begins;
 * `isListStart`: no street stands before it.
 */
export function startsNumberFirst(cursor: TokenCursor, isLineStart: boolean, isListStart: boolean): boolean {
  const first = cursor.skipNoise(cursor.at)
  if (cursor.kindAt(first) !== 'number') return false
  const next = endOfRun(cursor, first)
  if (cursor.kindAt(next - 1) !== 'number' && !cursor.isSuffixAt(next - 1)) return false
  if (endsInEnglishType(cursor.wordsAt(next))) return true
  const preposition = PREPOSITIONS.has(cursor.wordAt(next) ?? '') ? next + 1 : next
  return isLineStart && cursor.typeAt(preposition) !== null && (preposition > next || isListStart)
}
