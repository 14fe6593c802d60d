import { canonicalSuffix, type HouseNumber } from './house-number'
import type { NumberRange } from './street-list'
import type { TokenCursor } from './token-cursor'

/** Numbers that were read at the cursor, which is left behind them. */
export interface FoundRange {
  range: NumberRange
  /** Its first number, where nothing behind it made it a range. */
  alone: HouseNumber | null
  /** A dash led to nothing that is a number. */
  isUnreadable: boolean
}

/** The number at the cursor, with a suffix that stands apart. */
function readHouse(cursor: TokenCursor): HouseNumber {
  const token = cursor.tokens[cursor.at]
  if (token?.kind !== 'number') throw new TypeError('The cursor is on no number.')
  cursor.at += 1
  if (!cursor.isSuffixAt(cursor.at)) return token.house
  const letter = cursor.wordAt(cursor.at) ?? ''
  cursor.at += 1
  return { number: token.house.number, suffix: canonicalSuffix(`${token.house.suffix}/${letter}`) }
}

/** The end of a range without a beginning: "до 25". The cursor is on "to", or behind it. Null where no number follows. */
export function readUpTo(cursor: TokenCursor): NumberRange | null {
  while (cursor.means(cursor.at, 'to')) cursor.at = cursor.skipNoise(cursor.at + 1)
  if (cursor.kindAt(cursor.at) !== 'number') return null
  const to = readHouse(cursor)
  return { from: null, to: to.number, parity: null, ...(to.suffix && { toSuffix: to.suffix }) }
}

/** A range's last number or, behind "12/A-", its last letter. */
function readLast(cursor: TokenCursor, range: NumberRange, next: number, isDash: boolean): boolean {
  if (cursor.kindAt(next) === 'number' && !cursor.isNumberOfName(next)) {
    cursor.at = next
    const to = readHouse(cursor)
    range.to = to.number
    if (to.suffix) range.toSuffix = to.suffix
    return true
  }
  const letter = cursor.wordAt(next)
  if (!isDash || !range.fromSuffix || letter?.length !== 1 || !cursor.isSign(next + 1)) return false
  cursor.at = next + 1
  range.toSuffix = canonicalSuffix(letter)
  return true
}

/** What follows a range's beginning, if anything makes it a range. */
function readTo(cursor: TokenCursor, range: NumberRange): boolean {
  const isDash = cursor.kindAt(cursor.at) === 'dash'
  let next = cursor.skipNoise(cursor.at + (isDash ? 1 : 0))
  if (cursor.means(next, 'onwards')) {
    cursor.at = next + (cursor.meaningAt(next)?.length ?? 1)
    range.to = null
    return true
  }
  const hasTo = cursor.means(next, 'to')
  while (cursor.means(next, 'to')) next = cursor.skipNoise(next + (cursor.meaningAt(next)?.length ?? 1))
  if ((hasTo || isDash) && cursor.means(next, 'end')) {
    cursor.at = next + 1
    range.to = null
    return true
  }
  return (hasTo || isDash) && readLast(cursor, range, next, isDash)
}

/** A dash behind which a sign follows, and no number. Takes it. */
function skipIdleDash(cursor: TokenCursor): boolean {
  if (cursor.kindAt(cursor.at) !== 'dash' || !cursor.isSign(cursor.at + 1)) return false
  cursor.at += 1
  return true
}

/** A number, or a range that begins with one. `isOpen`: with nothing behind it, it goes on to the end of the street. */
export function readRange(cursor: TokenCursor, isOpen: boolean): FoundRange {
  const from = readHouse(cursor)
  const range: NumberRange = { from: from.number, to: from.number, parity: null }
  if (from.suffix) range.fromSuffix = from.suffix
  if (readTo(cursor, range)) return { range, alone: null, isUnreadable: false }
  const isUnreadable = skipIdleDash(cursor)
  if (isOpen) range.to = null
  else if (range.fromSuffix) range.toSuffix = range.fromSuffix
  return { range, alone: isOpen ? null : from, isUnreadable }
}
