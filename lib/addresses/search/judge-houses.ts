import { type StreetFit, WORD_LEFT } from './align-street'
import { foldWords } from './fold-words'
import type { Houses } from './house-store'
import { compareSuffix, type HouseReading, type RestReading, readRest } from './read-house'
import type { SearchQuery, WordSet } from './search-query'

/** A house that a text may mean. */
export interface JudgedHouse {
  fit: StreetFit
  houses: Houses
  /** Its place among the street's houses. */
  at: number
  /** 1 for what fits exactly, less for what fits less. */
  score: number
  /** 0: the text is this address in every word. 1: also, but it leaves out the street's type or is in Latin letters. 2: less sure. */
  level: 0 | 1 | 2
  /** The number and its suffix are those of the text. */
  isNumber: boolean
}

/** What speaks how much against a house. */
const OTHER_SUFFIX = 0.06
const OTHER_NUMBER = 0.12
const MOST_FOR_NUMBER = 0.1
const UNFINISHED_NUMBER = 0.05
const NUMBER_FOLLOWS = 0.015
const OTHER_POSTCODE = 0.15
const NO_POSTCODE = 0.01
const LETTER_LEFT = 0.05
/** Houses whose numbers begin like the one that is being typed, at most. */
const MOST_UNFINISHED = 16

/** Picks the houses of streets that a text may mean, and judges them. */
export class HouseFinder {
  readonly found: JudgedHouse[] = []
  hasNumber = false

  /** Most streets leave the same words. */
  private readonly rests = new Map<number, RestReading>()

  constructor(private readonly query: SearchQuery) {}

  private readRest({ rest, end }: StreetFit): RestReading {
    const key = rest * 32 + end
    const known = this.rests.get(key) ?? readRest(this.query, rest, end)
    this.rests.set(key, known)
    return known
  }

  /** Adds the houses of a street with the number of the text, then the nearest: `limit` of these in all. */
  add(fit: StreetFit, houses: Houses, limit: number): void {
    const rest = keepExisting(this.readRest(fit), houses)
    if (rest.houses.length > 0) this.hasNumber = true
    for (const at of this.pick(houses, rest, limit)) this.found.push(this.judge(fit, houses, at, rest))
  }

  /** The places of the houses that come into question: those with the number, else the nearest. */
  private pick({ numbers }: Houses, { houses: [reading] }: RestReading, limit: number): number[] {
    const wanted = reading?.number ?? 0
    if (!reading) return Array.from({ length: Math.min(limit, numbers.length) }, (_, at) => at)
    const picked: number[] = []
    let above = firstFrom(numbers, wanted)
    let below = above - 1
    for (; numbers[above] === wanted; above++) picked.push(above)
    if (this.query.isTyping) this.pickUnfinished(numbers, wanted, picked)
    while (picked.length < limit && (below >= 0 || above < numbers.length)) {
      const isBelow = below >= 0 && (above >= numbers.length || wanted - (numbers[below] ?? 0) < (numbers[above] ?? 0) - wanted)
      const at = isBelow ? below-- : above++
      if (!picked.includes(at)) picked.push(at)
    }
    return picked
  }

  /** 1 may become 10 to 19, or 100. */
  private pickUnfinished(numbers: Houses['numbers'], wanted: number, picked: number[]): void {
    if (wanted === 0) return
    for (let factor = 10; factor <= 1000; factor *= 10) {
      const first = firstFrom(numbers, wanted * factor)
      for (let at = first; (numbers[at] ?? Number.POSITIVE_INFINITY) < (wanted + 1) * factor && picked.length < MOST_UNFINISHED; at++)
        picked.push(at)
    }
  }

  private judge(fit: StreetFit, houses: Houses, at: number, { houses: readings, postcode, longest }: RestReading): JudgedHouse {
    const number = houses.numbers[at] ?? 0
    const suffix = houses.suffixes[at] ?? ''
    const ofPostcode = houses.postcodes[at] ?? ''
    const { reading, kind } = chooseReading(readings, number, suffix)
    const isPostcode = postcode === null || postcode.text === ofPostcode
    const left = this.countLeft(fit.rest & ~((reading?.words ?? 0) | (postcode?.words ?? 0)), houses.districts[at] ?? '')
    const isWhole = reading !== null && kind < 2 && isPostcode && left === 0
    const doubt =
      fit.doubt + this.doubtNumber(reading, kind, number) + (isPostcode ? 0 : ofPostcode === '' ? NO_POSTCODE : OTHER_POSTCODE) + left
    return {
      fit,
      houses,
      at,
      score: Math.round(Math.max(0.01, 1 - doubt) * 1000) / 1000,
      level: isWhole ? (Math.max(fit.level, kind) as JudgedHouse['level']) : 2,
      isNumber: reading !== null && kind < 2 && (longest & ~reading.words & fit.rest) === 0,
    }
  }

  private doubtNumber(reading: HouseReading | null, kind: 0 | 1 | 2, number: number): number {
    if (reading && kind < 2) return 0
    if (!reading) return OTHER_NUMBER
    if (reading.number === number) return this.query.isTyping && reading.suffix === '' ? NUMBER_FOLLOWS : OTHER_SUFFIX
    if (this.query.isTyping && reading.suffix === '' && String(number).startsWith(String(reading.number))) return UNFINISHED_NUMBER
    return OTHER_NUMBER + Math.min(MOST_FOR_NUMBER, Math.abs(number - reading.number) / 500)
  }

  /** What the words that are left speak against a house. Its district may be among them. */
  private countLeft(left: WordSet, district: string): number {
    if (left === 0) return 0
    const names = new Set(district === '' ? [] : foldWords(district))
    let doubt = 0
    for (const [at, { text }] of this.query.words.entries()) {
      if ((left & (1 << at)) === 0 || names.has(text)) continue
      doubt += text.length > 2 ? WORD_LEFT : LETTER_LEFT
    }
    return doubt
  }
}

/** Where the street has a house of some reading, the longest such one: with a 12/N, "12 n" is not 12. */
function keepExisting(rest: RestReading, { numbers, suffixes }: Houses): RestReading {
  if (rest.houses.length < 2) return rest
  const wanted = rest.houses[0]?.number ?? 0
  const first = firstFrom(numbers, wanted)
  for (const reading of rest.houses) {
    for (let at = first; numbers[at] === wanted; at++) {
      if (compareSuffix(reading.suffix, suffixes[at] ?? '') < 2) return { ...rest, houses: [reading] }
    }
  }
  return rest
}

/** The first place whose number is at least `wanted`. */
function firstFrom(numbers: Houses['numbers'], wanted: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** The reading that is this house; else the one that says least, so that no word is taken for a suffix that no house has. */
function chooseReading(
  readings: readonly HouseReading[],
  number: number,
  suffix: string,
): { reading: HouseReading | null; kind: 0 | 1 | 2 } {
  for (const reading of readings) {
    if (reading.number !== number) break
    const kind = compareSuffix(reading.suffix, suffix)
    if (kind < 2) return { reading, kind }
  }
  return { reading: readings[0] ?? null, kind: 2 }
}
