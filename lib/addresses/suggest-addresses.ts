import type { AddressChoice } from './addresses'
import { findAddressChoices } from './find-address-choices'
import { readAddressWords } from './read-address-words'

/** Fewer letters than this begin too many streets. */
const FEWEST_LETTERS = 2

/** Addresses that a text may become, as somebody types it: its last word may be unfinished. Best first. */
export async function suggestAddresses(text: string, limit: number): Promise<AddressChoice[]> {
  const words = readAddressWords(text)
  if (words.join('').length < FEWEST_LETTERS) return []
  const found = await findAddressChoices(words, true)
  return found.slice(0, limit).map(({ id, label, score }) => ({ id, label, score }))
}
