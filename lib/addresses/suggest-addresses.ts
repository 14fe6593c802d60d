import type { AddressChoice, Suggestion } from './addresses'
import type { StreetFit } from './search/align-street'
import { type ChosenTown, findAddresses } from './search/find-addresses'
import { type OpenSearch, openSearch } from './search/open-search'
import { rememberAnswers } from './search/remember-answers'

/** Fewer letters than this begin too many streets. */
const FEWEST_LETTERS = 2
/** Of a street that is named to the end, numbers are offered beside longer names. */
const MOST_STREETS_BESIDE = 4
/** A street that fits so much worse than the best is not meant. */
const FARTHEST = 0.25

export interface Suggestions {
  /** Addresses only. */
  choices: AddressChoice[]
  /** Streets first, then house numbers: what one types next. */
  suggestions: Suggestion[]
}

function toStreet({ search, hasManyTowns }: OpenSearch, { street, doubt }: StreetFit): Suggestion {
  const town = search.towns[street.town]?.name ?? ''
  return {
    kind: 'street',
    id: street.id,
    label: hasManyTowns ? `${street.label}, ${town}` : street.label,
    // The town first, so that the number can follow the street.
    text: hasManyTowns ? `${town}, ${street.label} ` : `${street.label} `,
    score: Math.round((1 - doubt) * 1000) / 1000,
  }
}

async function complete(open: OpenSearch, text: string, limit: number, town: string | undefined): Promise<Suggestions> {
  const { fits, addresses, hasNumber } = await findAddresses(open.search, open.store, text, { isTyping: !/\s$/.test(text), limit, town })
  const choices = addresses.map(({ id, label, score }) => ({ id, label, score }))
  const numbers = addresses.map(({ id, label, score }): Suggestion => ({ kind: 'address', id, label, text: label, score }))
  if (hasNumber) return { choices, suggestions: numbers }
  const near = fits.filter(({ doubt }) => doubt <= (fits[0]?.doubt ?? 0) + FARTHEST)
  const named = near.filter(({ level }) => level === 0)
  const only = named.length === 1 ? named[0] : undefined
  const others = near.filter((fit) => fit !== only).map((fit) => toStreet(open, fit))
  if (!only) return { choices, suggestions: others.slice(0, limit) }
  const streets = /\s$/.test(text) ? [] : [toStreet(open, only), ...others].slice(0, others.length === 0 ? 0 : MOST_STREETS_BESIDE)
  const ofStreet = numbers.filter((_, at) => addresses[at]?.streetId === only.street.id)
  return { choices, suggestions: [...streets, ...ofStreet].slice(0, limit) }
}

const remembered = rememberAnswers<Suggestions>()

/**
 * Streets and addresses that a text may become, as somebody types it: its last word may be unfinished, unless a space follows it. Streets until one
 * of them is named to its end, then its house numbers. Best first.
 */
export async function suggest(text: string, limit: number, { town }: ChosenTown = {}): Promise<Suggestions> {
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length < FEWEST_LETTERS) return { choices: [], suggestions: [] }
  const open = await openSearch()
  return remembered(open.search, `${limit}\n${town ?? ''}\n${text}`, () => complete(open, text, limit, town))
}

/** Addresses that a text may become, as somebody types it. Best first. */
export async function suggestAddresses(text: string, limit: number): Promise<AddressChoice[]> {
  return (await suggest(text, limit)).choices
}
