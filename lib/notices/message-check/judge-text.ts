import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js'
import type { Utility } from '@/lib/utility/utility'
import { findRun, type Run } from './find-run'
import { readTokens, type Token, WORKS_LINK } from './read-tokens'
import { marksIn } from './window-marks'
import type { NoticeWording } from './wording'
import { buildGraph } from './wording-graph'

/** What is asked about, as it is compared. */
export interface AskedText {
  text: string
  tokens: Token[]
}

/** A piece of the text, and whether we wrote it. */
export interface TextPiece {
  text: string
  isOurs: boolean
}

/** How a text fits one notice. */
export interface Fit {
  noticeId: number
  /** How many words of the text are ours. */
  size: number
  run: Run
}

/** Fewer words than this stand in many texts of anybody. */
const LEAST_WORDS = 5

/** Whether a stretch of a text says of which works it speaks: by their page, or by a whole window. */
function isSpecific(asked: AskedText, { from, to }: Run, marks: ReadonlySet<string>): boolean {
  const own = asked.tokens.slice(from, to)
  if (own.some(({ word }) => word.startsWith(WORKS_LINK))) return true
  const [first, last] = [own[0], own.at(-1)]
  return first && last ? marksIn(asked.text.slice(first.from, last.to)).some((mark) => marks.has(mark)) : false
}

export interface FitQuestion {
  noticeId: number
  wordings: readonly NoticeWording[]
  /** What its windows are found by. */
  marks: ReadonlySet<string>
  placeNames: readonly string[]
  ownHost: string
}

/** How well a text fits a notice, in the wording that it fits best; null where it does not, or says too little. Pure. */
export function fitNotice(asked: AskedText, { noticeId, wordings, marks, placeNames, ownHost }: FitQuestion): Fit | null {
  const words = asked.tokens.map(({ word }) => word)
  const names = new Set(placeNames.flatMap((name) => readTokens(name, ownHost).map(({ word }) => word)))
  const runs = wordings.map((wording) => findRun(buildGraph(wording, names, ownHost), words))
  const [best] = runs.toSorted((a, b) => b.to - b.from - (a.to - a.from))
  if (!best || best.to - best.from < LEAST_WORDS || !isSpecific(asked, best, marks)) return null
  return { noticeId, size: best.to - best.from, run: best }
}

/** The text in pieces: what stands in the run is ours, words around it are not. Marks between words belong to what stands before them. */
export function cutText({ text, tokens }: AskedText, { from, to }: Run): TextPiece[] {
  const start = from === 0 ? 0 : (tokens[from]?.from ?? 0)
  const end = to === tokens.length ? text.length : (tokens[to]?.from ?? text.length)
  const pieces = [
    { text: text.slice(0, start), isOurs: false },
    { text: text.slice(start, end), isOurs: true },
    { text: text.slice(end), isOurs: false },
  ]
  return pieces.filter((piece) => piece.text.trim() !== '')
}

function findPhones(text: string, { country, phone }: Utility): string[] {
  const region = isSupportedCountry(country) ? (country as CountryCode) : undefined
  const own = phone.replace(/\D/g, '')
  return findPhoneNumbersInText(text, region && { defaultCountry: region })
    .map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt))
    .filter((found) => !own.endsWith(found.replace(/\D/g, '').replace(/^0+(?=\d{6})/, '')) && !found.replace(/\D/g, '').endsWith(own))
}

/** Hosts and telephone numbers in a text that are not the utility's. */
export function findStrangers(text: string, utility: Utility, ownHost: string): string[] {
  const ours = new Set([ownHost, ...(URL.canParse(utility.website) ? [new URL(utility.website).host] : [])])
  const hosts = readTokens(text, ownHost).flatMap(({ host }) => (host && !ours.has(host) ? [host] : []))
  return [...new Set([...hosts, ...findPhones(text, utility)])]
}

/** A text as it is compared. */
export function toAsked(text: string, ownHost: string): AskedText {
  return { text, tokens: readTokens(text, ownHost) }
}
