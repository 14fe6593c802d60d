/** A house number in its two parts: "12/A" is 12 and "A". */
export interface HouseNumber {
  number: number
  suffix: string
}

/** Latin ordinals are words, written small: "30 bis". */
const ORDINALS = new Set(['bis', 'ter', 'quater', 'quinquies', 'sexies'])

const PLAIN = /^\d{1,5}$/

/** Digits, then anything that begins with a separator or a letter: "12A", "12/A", "12 bis", "7-Б", "16/18". */
const HOUSE_NUMBER = /^(\d{1,5})(?:[\s/\\.,_–-]+(.+)|(\p{L}.*))?$/u

const MAX_SUFFIX = 12

/**
 * The one spelling of a suffix: letters in capitals, ordinals small, separators only inside ("a" → "A", "/Bis" → "bis", "2 - b" → "2/B").
 */
export function canonicalSuffix(text: string): string {
  if (text === '') return ''
  const parts = text.split(/[\s/\\.,_–-]+/u).filter(Boolean)
  return parts.map((part) => (ORDINALS.has(part.toLowerCase()) ? part.toLowerCase() : part.toUpperCase())).join('/')
}

/** Splits "12/A", "12 bis", "7-Б" or "16/18" into number and suffix; null where it is no house number. */
export function splitHouseNumber(text: string): HouseNumber | null {
  if (PLAIN.test(text)) return { number: Number(text), suffix: '' }
  const match = HOUSE_NUMBER.exec(text.trim())
  if (!match) return null
  const suffix = canonicalSuffix(match[2] ?? match[3] ?? '')
  return suffix.length > MAX_SUFFIX ? null : { number: Number(match[1]), suffix }
}

/** As people write it: "12", "12/A", "30 bis", "7-Б". */
export function formatHouseNumber({ number, suffix }: HouseNumber): string {
  if (!suffix) return String(number)
  const first = suffix.split('/')[0] ?? ''
  if (ORDINALS.has(first)) return `${number} ${suffix.replaceAll('/', ' ')}`
  return `${number}${/^\p{Script=Cyrillic}/u.test(suffix) ? '-' : '/'}${suffix}`
}
