import type { AddressChoice, Lookup } from './addresses'
import { type FoundAddress, findAddressChoices } from './find-address-choices'
import { readAddressWords } from './read-address-words'

/** More choices than this are a list to read, not a choice. */
const MOST_CHOICES = 8

function toChoice({ id, label, score }: FoundAddress): AddressChoice {
  return { id, label, score }
}

/**
 * Says which address a text means, however it is written. `match` only where exactly one address fits every word; a number that the street does not
 * have gives its nearest numbers as choices. Never throws for a text, whatever it is.
 */
export async function lookUpAddress(text: string): Promise<Lookup> {
  const found = await findAddressChoices(readAddressWords(text), false)
  const exact = found.filter((address) => address.isExact)
  const [only] = exact
  if (only && exact.length === 1) return { status: 'match', address: toChoice(only) }
  const choices = (exact.length > 1 ? exact : found).slice(0, MOST_CHOICES).map(toChoice)
  return choices.length > 0 ? { status: 'choices', choices } : { status: 'none' }
}
