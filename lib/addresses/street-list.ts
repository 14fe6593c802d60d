import { z } from 'zod'

/**
 * House numbers from one to another, both included; null is an open end. A bound without a suffix means all its suffixes ("12" is 12, 12/A and
 * 12 bis), one with a suffix means exactly that one ("14-А"). With `parity`, only the odd or the even numbers of the range.
 */
export const numberRange = z.object({
  from: z.number().int().min(0).nullable(),
  to: z.number().int().min(0).nullable(),
  parity: z.enum(['odd', 'even']).nullable(),
  fromSuffix: z.string().max(12).optional(),
  toSuffix: z.string().max(12).optional(),
})
export type NumberRange = z.infer<typeof numberRange>
export type Parity = 'odd' | 'even'

/** Addresses of one street: all (`ranges` null) or those in any of the ranges, without those in any of `excluded`. */
export const streetSelection = z.object({
  streetId: z.number().int().positive(),
  /** The street as the index of streets writes it, with its municipality where there are several. */
  label: z.string().max(400),
  ranges: z.array(numberRange).nullable(),
  excluded: z.array(numberRange).optional(),
})
export type StreetSelection = z.infer<typeof streetSelection>

/** Words for whoever wrote the list: `reason` is a key below `errors`. */
export interface ListProblem {
  reason: string
  params: Record<string, string | number>
}

/** House numbers as a list writes them. */
export interface ListedNumbers {
  /** Null for the whole street. */
  ranges: NumberRange[] | null
  excluded: NumberRange[]
}

/** One way to take a piece: which words name the street, and which numbers belong to it. */
export interface PieceReading extends ListedNumbers {
  street: string
}

/** What the text alone says of one street. */
export interface ParsedPiece {
  /** The piece as it was written, at most 400 characters. */
  text: string
  /** Line of the text on which it begins, from 1. */
  line: number
  /** Ways to take it, the likeliest first: "via 28 marzo 1921" may end in a house number. Empty where there is a problem. */
  readings: PieceReading[]
  /** The municipality that the text names for it: "Galliera: via Roma 1". */
  place?: string
  problem?: ListProblem
}

export interface StreetChoice {
  streetId: number
  label: string
  municipality: string
}

/** One street of a list, as far as it is understood. */
export interface StreetListPiece {
  text: string
  line: number
  /** `ambiguous`: choose one of `choices`. `unknown`: mend the text; `problem` says why. */
  status: 'resolved' | 'ambiguous' | 'unknown'
  selection?: StreetSelection
  /** Resolved, but by less than the whole name: show `selection.label` as what it was taken for. */
  isInferred?: boolean
  /** Streets that it may mean; for an unknown piece, streets that look alike. */
  choices?: StreetChoice[]
  problem?: ListProblem
  /** Resolved, but not everything in it is there: numbers that the street does not have. */
  note?: ListProblem
  /** How many addresses it hits. */
  addresses: number
}
