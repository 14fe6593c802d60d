import { leadingType } from './list-street-types'
import { ListedNumbers, type ReadNumbers } from './listed-numbers'
import { readRange, readUpTo } from './read-range'
import type { TokenCursor } from './token-cursor'

/** Reads the house numbers behind a name, up to where the next street begins. */
export class NumberReader {
  private readonly numbers = new ListedNumbers()
  private depth = 0

  /** `isNumberSure`: a number right at the cursor is a house's, whatever word follows. */
  constructor(
    private readonly cursor: TokenCursor,
    private readonly isNumberSure = false,
  ) {}

  /** Takes numbers from the cursor on, and leaves it behind them. */
  run(): ReadNumbers {
    const start = this.cursor.at
    while (this.step(start));
    return this.numbers.finish()
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
    this.numbers.separate()
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
    this.numbers.endExceptions()
    if (this.depth > 0) this.depth -= 1
    this.cursor.at += 1
    return true
  }

  private dash(at: number): boolean {
    if (!this.cursor.startsNumbers(at + 1)) return false
    if (this.numbers.hasLast) this.numbers.fail('street_numbers_unreadable')
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
        this.numbers.addParity(found.meaning)
        cursor.at = next
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
    this.numbers.beginExceptions()
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
    if (!cursor.means(cursor.at, 'odd') && !cursor.means(cursor.at, 'even')) this.numbers.read.isWhole = true
    return true
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
      else this.numbers.fail('street_numbers_unreadable')
      return true
    }
    this.readRange(false, true)
    return true
  }

  private readUpTo(): void {
    const range = readUpTo(this.cursor)
    if (range) this.numbers.add(range)
    else this.numbers.fail('street_numbers_unreadable')
  }

  /** `isFirst`: it stands right behind the name. */
  private readRange(isFirst: boolean, isOpen = false): void {
    const { range, alone, isUnreadable } = readRange(this.cursor, isOpen)
    if (isUnreadable) this.numbers.fail('street_numbers_unreadable')
    if (isFirst && alone && !alone.suffix && this.cursor.kindAt(this.cursor.at) !== 'dash') this.numbers.read.first = alone
    this.numbers.add(range)
  }
}
