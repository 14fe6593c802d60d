import type { HouseNumber } from './house-number'
import { canonicalSuffix } from './house-number'
import { leadingType } from './list-street-types'
import type { ListProblem, NumberRange, Parity } from './street-list'
import { suffixOrder } from './suffix-order'
import type { TokenCursor } from './token-cursor'

/** What the numbers behind one street's name say. */
export interface ReadNumbers {
  ranges: NumberRange[]
  excluded: NumberRange[]
  /** "tutta", "visa", "вся". */
  isWhole: boolean
  /** A number that stands alone right behind the name: it may be part of it. */
  first: HouseNumber | null
  problem: ListProblem | null
}

interface Open {
  range: NumberRange
  /** Said of it already. */
  hasParity: boolean
}

function isBackwards({ from, to, fromSuffix, toSuffix }: NumberRange): boolean {
  if (from === null || to === null) return false
  return from > to || (from === to && fromSuffix !== undefined && toSuffix !== undefined && suffixOrder(fromSuffix) > suffixOrder(toSuffix))
}

function bound(number: number | null, suffix: string | undefined): string {
  return number === null ? '…' : `${number}${suffix ? `/${suffix}` : ''}`
}

/** Reads the house numbers behind a name, up to where the next street begins. */
export class NumberReader {
  private readonly read: ReadNumbers = { ranges: [], excluded: [], isWhole: false, first: null, problem: null }
  private isExcluding = false
  private depth = 0
  /** A parity that came before its numbers, and holds for the ranges that have it at both ends. */
  private parity: Parity | null = null
  private isParityFresh = false
  /** What was read last: a parity behind it belongs to it. */
  private last: Open | null = null

  /** `isNumberSure`: a number right at the cursor is a house's, whatever word follows. */
  constructor(
    private readonly cursor: TokenCursor,
    private readonly isNumberSure = false,
  ) {}

  /** Takes numbers from the cursor on, and leaves it behind them. */
  run(): ReadNumbers {
    const start = this.cursor.at
    while (this.step(start));
    this.closeParity()
    if (this.isExcluding && this.read.excluded.length === 0) this.fail('street_numbers_unreadable')
    return this.read
  }

  private fail(reason: string, params: ListProblem['params'] = {}): void {
    this.read.problem ??= { reason, params }
  }

  private get list(): NumberRange[] {
    return this.isExcluding ? this.read.excluded : this.read.ranges
  }

  /** One sign, word or range. False where the numbers end. */
  private step(start: number): boolean {
    const { cursor } = this
    const { at } = cursor
    switch (cursor.kindAt(at)) {
      case 'nothing':
      case 'break':
        return false
      case 'comma':
      case 'colon':
        return this.goOn(at + 1)
      case 'open':
        return this.open(at)
      case 'close':
        return this.close()
      case 'dash':
        return this.dash(at)
      case 'number':
        if (cursor.isNumberOfName(at) && !(this.isNumberSure && at === start)) return false
        this.readRange(at === start)
        return true
      default:
        return this.word(at)
    }
  }

  /** Behind a comma or "and": more numbers, or another street. */
  private goOn(next: number): boolean {
    const { cursor } = this
    if (cursor.means(next, 'and')) return this.goOn(next + 1)
    if (this.depth === 0 && !cursor.startsNumbers(next)) return false
    this.closeParity()
    this.last = null
    cursor.at = next
    return true
  }

  private open(at: number): boolean {
    if (!this.cursor.startsNumbers(at + 1)) return false
    this.depth += 1
    this.cursor.at = at + 1
    return true
  }

  private close(): boolean {
    this.closeParity()
    if (this.depth > 0) this.depth -= 1
    this.isExcluding = false
    this.last = null
    this.cursor.at += 1
    return true
  }

  private dash(at: number): boolean {
    if (!this.cursor.startsNumbers(at + 1)) return false
    if (this.last) this.fail('street_numbers_unreadable')
    this.cursor.at = at + 1
    return true
  }

  private word(at: number): boolean {
    const { cursor } = this
    const found = cursor.meaningAt(at)
    if (!found) return false
    const next = at + found.length
    switch (found.meaning) {
      case 'number':
      case 'side':
      case 'article':
      case 'stretch':
        if (!this.isNoise(next)) return false
        cursor.at = next
        return true
      case 'from':
      case 'to':
        return this.readFrom(at)
      case 'odd':
      case 'even':
        this.readParity(found.meaning, next)
        return true
      case 'whole':
        return this.readWhole(next)
      case 'and':
        return this.goOn(next)
      case 'except':
        return this.readExcept(next)
      default:
        return false
    }
  }

  private isNoise(next: number): boolean {
    const { cursor } = this
    const after = cursor.skipNoise(next)
    return cursor.isSign(after) || cursor.kindAt(after) === 'number' || cursor.startsNumbers(after) || cursor.meaningAt(after) !== null
  }

  private readExcept(next: number): boolean {
    this.closeParity()
    this.last = null
    if (this.isExcluding) this.fail('street_numbers_unreadable')
    this.isExcluding = true
    const after = this.cursor.skipNoise(next)
    this.cursor.at = after
    return this.cursor.startsNumbers(after)
  }

  private readWhole(next: number): boolean {
    const { cursor } = this
    const after = cursor.skipNoise(next)
    const again = leadingType(cursor.wordsAt(after, 2))
    cursor.at = again && cursor.isSign(after + again.length) ? after + again.length : after
    // "tutti i numeri pari", "all the odd numbers": the parity says which.
    if (!cursor.means(cursor.at, 'odd') && !cursor.means(cursor.at, 'even')) this.read.isWhole = true
    return true
  }

  private readParity(parity: Parity, next: number): void {
    const { cursor } = this
    cursor.at = next
    if (this.last && !this.last.hasParity) {
      this.last.range.parity = parity
      this.last.hasParity = true
      return
    }
    if (this.last?.hasParity && this.last.range.parity !== parity) {
      this.last.range.parity = null // "pari e dispari"
      return
    }
    this.closeParity()
    this.parity = parity
    this.isParityFresh = true
  }

  /** A parity without numbers is one side of the whole street. */
  private closeParity(): void {
    if (!this.isParityFresh) return
    this.isParityFresh = false
    const range: NumberRange = { from: null, to: null, parity: this.parity }
    const other = this.list.find(({ from, to, parity }) => from === null && to === null && parity !== this.parity)
    if (other) other.parity = null
    else this.list.push(range)
    this.parity = null
  }

  /** "dal 4 al 58", "from the beginning to 20", "до 25", "з 10". */
  private readFrom(at: number): boolean {
    const { cursor } = this
    if (!cursor.startsNumbers(at)) return false
    const isFrom = cursor.means(at, 'from')
    const next = cursor.skipNoise(at + (cursor.meaningAt(at)?.length ?? 1))
    cursor.at = next
    if (!isFrom) {
      this.readUpTo()
      return true
    }
    if (cursor.means(next, 'start')) {
      cursor.at = next + 1
      if (cursor.means(cursor.at, 'to')) this.readUpTo()
      else this.fail('street_numbers_unreadable')
      return true
    }
    this.readRange(false, true)
    return true
  }

  /** The end of a range without a beginning. The cursor is on "to", or behind it. */
  private readUpTo(): void {
    const { cursor } = this
    while (cursor.means(cursor.at, 'to')) cursor.at = cursor.skipNoise(cursor.at + 1)
    if (cursor.kindAt(cursor.at) !== 'number') {
      this.fail('street_numbers_unreadable')
      return
    }
    const to = this.readHouse()
    this.add({ from: null, to: to.number, parity: null, ...(to.suffix && { toSuffix: to.suffix }) })
  }

  /** The number at the cursor, with a suffix that stands apart. */
  private readHouse(): HouseNumber {
    const { cursor } = this
    const token = cursor.tokens[cursor.at]
    if (token?.kind !== 'number') throw new TypeError('The cursor is on no number.')
    cursor.at += 1
    if (!cursor.isSuffixAt(cursor.at)) return token.house
    const letter = cursor.wordAt(cursor.at) ?? ''
    cursor.at += 1
    return { number: token.house.number, suffix: canonicalSuffix(`${token.house.suffix}/${letter}`) }
  }

  /** A number, or a range that begins with one. `isOpen`: with nothing behind it, it goes on to the end of the street. */
  private readRange(isFirst: boolean, isOpen = false): void {
    const { cursor } = this
    const from = this.readHouse()
    const range: NumberRange = { from: from.number, to: from.number, parity: null }
    if (from.suffix) range.fromSuffix = from.suffix
    const isRange = this.readTo(range)
    if (!isRange && isOpen) range.to = null
    if (!isRange && !isOpen && range.fromSuffix) range.toSuffix = range.fromSuffix
    if (!isRange && !isOpen && isFirst && !from.suffix && cursor.kindAt(cursor.at) !== 'dash') this.read.first = from
    this.add(range)
  }

  /** What follows a range's beginning, if anything makes it a range. */
  private readTo(range: NumberRange): boolean {
    const { cursor } = this
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
    return (hasTo || isDash) && this.readLast(range, next, isDash)
  }

  private readLast(range: NumberRange, next: number, isDash: boolean): boolean {
    const { cursor } = this
    if (cursor.kindAt(next) === 'number' && !cursor.isNumberOfName(next)) {
      cursor.at = next
      const to = this.readHouse()
      range.to = to.number
      if (to.suffix) range.toSuffix = to.suffix
      return true
    }
    const letter = cursor.wordAt(next)
    if (isDash && range.fromSuffix && letter?.length === 1 && cursor.isSign(next + 1)) {
      cursor.at = next + 1
      range.toSuffix = canonicalSuffix(letter)
      return true
    }
    if (isDash && cursor.isSign(cursor.at + 1)) {
      this.fail('street_numbers_unreadable')
      cursor.at += 1
    }
    return false
  }

  private add(range: NumberRange): void {
    const isRange = range.from !== range.to || range.fromSuffix !== range.toSuffix
    const fits = (number: number | null) => number === null || (number % 2 === 1) === (this.parity === 'odd')
    const hasParity = isRange && this.parity !== null && (this.isParityFresh || (fits(range.from) && fits(range.to)))
    if (hasParity) range.parity = this.parity
    if (this.isParityFresh && !isRange && !fits(range.from)) this.fail('street_numbers_unreadable')
    this.isParityFresh = false
    if (isBackwards(range)) {
      this.fail('street_range_backwards', { from: bound(range.from, range.fromSuffix), to: bound(range.to, range.toSuffix) })
    }
    this.list.push(range)
    this.last = { range, hasParity }
  }
}
