import type { ReadNumbers } from './listed-numbers'
import type { ListProblem, ParsedPiece, PieceReading } from './street-list'

interface Name {
  text: string
  problem?: ListProblem
}

/** What is read of one piece of a list so far. */
export interface Draft {
  start: number
  end: number
  name: Name | null
  /** Its first number stands right behind the name. */
  isAdjacent: boolean
  isWhole: boolean
  /** "12-20 High Street": the numbers came first. */
  isNumberFirst: boolean
  numbers: ReadNumbers[]
  place: string | null
  problem: ListProblem | null
}

/** "12-20 High Street (odd)": the side belongs to the numbers before the name. Any other numbers behind it leave it open what is meant. */
function joinNumberFirst({ isNumberFirst, numbers }: Draft): boolean {
  const [first, ...rest] = numbers
  const behind = rest.flatMap(({ ranges }) => ranges)
  if (!isNumberFirst || !first || behind.length === 0) return true
  const [side] = behind
  if (!side || behind.length > 1 || side.from !== null || side.to !== null) return false
  for (const range of first.ranges) range.parity = side.parity
  for (const numbers of rest) numbers.ranges = []
  return true
}

/** What a piece says, once all of it is read. */
export function finishDraft(draft: Draft): Pick<ParsedPiece, 'readings' | 'problem'> {
  const problem = draft.problem ?? draft.name?.problem ?? draft.numbers.find((numbers) => numbers.problem)?.problem
  if (problem) return { readings: [], problem }
  if (!draft.name) return { readings: [], problem: { reason: 'street_numbers_alone', params: {} } }
  if (!joinNumberFirst(draft)) return { readings: [], problem: { reason: 'street_numbers_unreadable', params: {} } }
  const listed = draft.numbers.flatMap(({ ranges }) => ranges)
  const excluded = draft.numbers.flatMap((numbers) => numbers.excluded)
  const isWhole = draft.isWhole || draft.numbers.some((numbers) => numbers.isWhole)
  const first = draft.isAdjacent ? draft.numbers[0]?.first : null
  // "via 28 marzo 1921 tutta": of a whole street no number is listed.
  if (isWhole && first && listed.length === 1) {
    return { readings: [{ street: `${draft.name.text} ${first.number}`, ranges: null, excluded }] }
  }
  if (isWhole && listed.length > 0) return { readings: [], problem: { reason: 'street_whole_and_numbers', params: {} } }
  const street = draft.name.text
  const readings: PieceReading[] = [{ street, ranges: listed.length > 0 ? listed : null, excluded }]
  if (first) {
    const rest = listed.slice(1)
    readings.push({ street: `${street} ${first.number}`, ranges: rest.length > 0 ? rest : null, excluded })
  }
  return { readings }
}
