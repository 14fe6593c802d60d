import { normaliseStreet } from './normalise-street'
import { expandStreetType } from './street-types'

/** A file names the same few thousand streets over and over; a file that does not is not to fill the memory. */
const REMEMBERED = 50_000

function remembered(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= REMEMBERED) known.clear()
    const computed = compute(text)
    known.set(text, computed)
    return computed
  }
}

/** What two spellings of one street share, and what `street.search_text` holds. */
export const streetKey = remembered((label) => expandStreetType(normaliseStreet(label)))

const nameKey = remembered(normaliseStreet)

/** What two spellings of one municipality share. */
export function municipalityKey(country: string, name: string): string {
  return `${country.toUpperCase()} ${nameKey(name)}`
}
