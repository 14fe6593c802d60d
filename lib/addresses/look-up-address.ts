import type { AddressChoice, Lookup, LookupReason } from './addresses'
import { type ChosenTown, type Found, type FoundAddress, findAddresses } from './search/find-addresses'
import { type OpenSearch, openSearch } from './search/open-search'
import { rememberAnswers } from './search/remember-answers'

/** More choices than this are a list to read, not a choice. */
const MOST_CHOICES = 8

function toChoice({ id, label, score }: FoundAddress): AddressChoice {
  return { id, label, score }
}

/** The one address that a text is in every word, or null. What is there as it was typed goes before what only comes to the same. */
function onlyOne(addresses: readonly FoundAddress[]): FoundAddress | null {
  for (const level of [0, 1]) {
    const exact = addresses.filter((address) => address.level === level)
    if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null
  }
  return null
}

function reasonOf({ fits, addresses, hasNumber }: Found): LookupReason | undefined {
  if (fits.find(({ street }) => street.id === addresses[0]?.streetId)?.town === 'other') return 'other_town'
  if (!hasNumber) return 'number_missing'
  return addresses.some(({ isNumber }) => isNumber) ? undefined : 'number_unknown'
}

function toLookup(found: Found): Lookup {
  const only = onlyOne(found.addresses)
  if (only) return { status: 'match', address: { ...toChoice(only), score: 1 } }
  if (found.addresses.length === 0) return { status: 'none' }
  const reason = reasonOf(found)
  return { status: 'choices', choices: found.addresses.map(toChoice), ...(reason && { reason }) }
}

/** Whether the one address that a text means lies elsewhere than in the town that was chosen, although the text does not say so. */
function isElsewhere({ fits, addresses }: Found, chosen: number): boolean {
  const only = onlyOne(addresses)
  const fit = only && fits.find(({ street }) => street.id === only.streetId)
  return fit ? fit.street.town !== chosen && fit.town !== 'named' : false
}

async function judge({ search, store }: OpenSearch, text: string, town: string | undefined): Promise<Lookup> {
  const options = { isTyping: false, limit: MOST_CHOICES, town }
  const found = await findAddresses(search, store, text, options)
  const chosen = town === undefined ? -1 : search.findTown(town)
  if (chosen < 0 || !isElsewhere(found, chosen)) return toLookup(found)
  return toLookup(await findAddresses(search, store, `${search.towns[chosen]?.name}, ${text}`, options))
}

const remembered = rememberAnswers<Lookup>()

/**
 * Says which address a text means, however it is written. `match` only where exactly one address fits every word; a number that the street does not
 * have gives its nearest numbers as choices, with the reason. Where a town was chosen, an address elsewhere is no match unless the text names its town.
 * Never throws for a text, whatever it is.
 */
export async function lookUpAddress(text: string, { town }: ChosenTown = {}): Promise<Lookup> {
  const open = await openSearch()
  return remembered(open.search, `${town ?? ''}\n${text}`, () => judge(open, text, town))
}
