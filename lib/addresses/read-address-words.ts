import { normaliseStreet } from './normalise-street'
import { expandTypesAmong } from './street-types'

/** As much as an address can be long, in characters and words; the rest of a longer text is of no use. */
const LONGEST_TEXT = 200
const MOST_WORDS = 16

/** A text of an address as words in comparable form, street types written out: "V.le Roma 12/A" → viale, roma, 12, a. */
export function readAddressWords(text: string): string[] {
  const words = normaliseStreet(text.slice(0, LONGEST_TEXT)).split(' ').filter(Boolean).slice(0, MOST_WORDS)
  return expandTypesAmong(words)
}
