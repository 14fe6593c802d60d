import type { HouseNumber } from './house-number'
import type { ListProblem, NumberRange, Parity } from './street-list'
import { suffixOrder } from './suffix-order'

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

function isBackwards({ from, to, fromSuffix, toSuffix }: NumberRange): boolean {
  if (from === null || to === null) return false
  return from > to || (from === to && fromSuffix !== undefined && toSuffix !== undefined && suffixOrder(fromSuffix) > suffixOrder(toSuffix))
}

function bound(number: number | null, suffix: string | undefined): string {
  return number === null ? '…' : `${number}${suffix ? `/${suffix}` : ''}`
}

/** Collects ranges one after the other, the exceptions apart, and knows which of them a parity ("pari", "odd") belongs to. */
export class ListedNumbers {
  readonly read: ReadNumbers = { ranges: [], excluded: [], isWhole: false, first: null, problem: null }
  private isExcluding = false
  /** A parity that came before its numbers, and holds for the ranges that have it at both ends. */
  private parity: Parity | null = null
  private isParityFresh = false
  /** What was added last: a parity behind it belongs to it, once. */
  private last: { range: NumberRange; hasParity: boolean } | null = null

  /** The first problem is the one that is told. */
  fail(reason: string, params: ListProblem['params'] = {}): void {
    this.read.problem ??= { reason, params }
  }

  private get list(): NumberRange[] {
    return this.isExcluding ? this.read.excluded : this.read.ranges
  }

  /** Whether a range stands right before. */
  get hasLast(): boolean {
    return this.last !== null
  }

  /** What comes now no longer belongs to what was added last. */
  separate(): void {
    this.closeParity()
    this.last = null
  }

  /** From here on numbers are exceptions. */
  beginExceptions(): void {
    this.separate()
    if (this.isExcluding) this.fail('street_numbers_unreadable')
    this.isExcluding = true
  }

  endExceptions(): void {
    this.separate()
    this.isExcluding = false
  }

  addParity(parity: Parity): void {
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

  add(range: NumberRange): void {
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

  /** All that was collected. */
  finish(): ReadNumbers {
    this.closeParity()
    if (this.isExcluding && this.read.excluded.length === 0) this.fail('street_numbers_unreadable')
    return this.read
  }
}
