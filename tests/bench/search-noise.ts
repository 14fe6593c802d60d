import { type Random, random } from './seeded-random'

/** An address as the benchmark's towns have it. */
export interface BenchAddress {
  id: number
  city: string
  type: string
  name: string
  number: number
  suffix: string
  postcode: string
}

const SHORT_TYPES: Record<string, readonly string[]> = {
  Via: ['V.', 'v'],
  Viale: ['V.le', 'v.le', 'vle'],
  Piazza: ['P.zza', 'pzza', 'P.za'],
  Piazzale: ['P.le', 'p.le'],
  Piazzetta: ['P.tta'],
  Vicolo: ['V.lo', 'Vic.'],
  Corso: ['C.so', 'cso'],
  Largo: ['L.go', 'lgo'],
  Strada: ['Str.', 'str'],
  Galleria: ['Gall.'],
}

/** Spoils one word of a text so that its letters are the same but for one: left out, exchanged with its neighbour, or doubled. */
function spoilLetter(text: string, { below }: Random): string {
  const places = [...text.matchAll(/\p{L}{4,}/gu)]
  const word = places[below(places.length)]
  if (!word) return text
  const at = word.index + 1 + below(word[0].length - 2)
  const how = below(3)
  if (how === 0) return text.slice(0, at) + text.slice(at + 1)
  if (how === 1) return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
  return text.slice(0, at) + (text[at] ?? '') + text.slice(at)
}

function dropAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}|['’]/gu, '')
}

/** "P. Giardini", "Piet. Giardini" or "Giardini" for "Pietro Giardini"; the name itself where it has no first name. */
function shortenFirst(name: string, { below }: Random): string {
  const words = name.split(' ')
  const [first = '', second = ''] = words
  // "San", "Di" and the like are no first names, and one word left has to say which street is meant.
  if (words.length < 2 || words.length > 3 || first.length < 4 || !/^\p{L}+$/u.test(first) || second.length < 4) return name
  const rest = words.slice(1).join(' ')
  const start = [first.slice(0, 1), first.slice(0, 4), ''][below(3)] ?? ''
  return start === '' ? rest : `${start}. ${rest}`
}

function swapWords(name: string): string {
  const words = name.split(' ')
  return words.length === 2 ? words.toReversed().join(' ') : name
}

function writeNumber({ number, suffix }: BenchAddress, { below }: Random): string {
  if (suffix === '') return [`${number}`, `n. ${number}`, `n° ${number}`, `, ${number}`][below(4)] ?? ''
  const small = suffix.toLowerCase()
  return [`${number}/${suffix}`, `${number}${small}`, `${number} ${suffix}`, `${number}-${small}`, `, ${number}/${small}`][below(5)] ?? ''
}

function placeTown(street: string, { city, postcode }: BenchAddress, { below }: Random): string {
  const forms = [
    `${street}, ${postcode} ${city}`,
    `${street} ${city}`,
    `${city}, ${street}`,
    `${postcode} ${city} ${street}`,
    `${street} - ${city}`,
  ]
  return forms[below(forms.length)] ?? street
}

export interface NoisyQuery {
  text: string
  meant: BenchAddress
  /** The type and the name as the noise left them. */
  street: string
  hasTown: boolean
}

/** Writes types out and folds the rest: what two spellings of one street have in common, told without the product's own rules. */
export function plainStreet(street: string): string {
  const words = dropAccents(street)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')
  for (const [type, forms] of Object.entries(SHORT_TYPES)) {
    for (const form of forms.map((short) => plainWords(short))) {
      if (words.startsWith(`${form} `)) return `${type.toLowerCase()}${words.slice(form.length)}`
      if (words.endsWith(` ${form}`)) return `${type.toLowerCase()} ${words.slice(0, -form.length - 1)}`
    }
    if (words.endsWith(` ${type.toLowerCase()}`)) return `${type.toLowerCase()} ${words.slice(0, -type.length - 1)}`
  }
  return words
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')
}

/**
 * An address as somebody may type it, by a seed: one to three of seven kinds of noise, a number in one of several spellings, the town before or
 * after, with or without the postcode. `isUnique`: no other town has a street of this name, so that the town may be left out.
 */
export function spoilAddress(meant: BenchAddress, isUnique: boolean, seed: number): NoisyQuery {
  const dice = random(seed)
  const { below } = dice
  let { type, name } = meant
  const kinds = new Set(Array.from({ length: 1 + below(3) }, () => below(6)))
  if (kinds.has(0)) name = shortenFirst(name, dice)
  if (kinds.has(1)) name = swapWords(name)
  if (kinds.has(2)) type = SHORT_TYPES[type]?.[below(SHORT_TYPES[type]?.length ?? 1)] ?? type
  const number = writeNumber(meant, dice)
  let street = below(12) === 0 ? `${name} ${type}` : `${type} ${name}`
  if (kinds.has(3)) street = dropAccents(street)
  if (kinds.has(4) || kinds.has(5)) street = spoilLetter(street, dice)
  const hasTown = !isUnique || below(3) > 0
  const text = hasTown ? placeTown(`${street} ${number}`, meant, dice) : `${street} ${number}`
  return { text: [text, text.toLowerCase(), text.toUpperCase()][below(3)] ?? text, meant, street, hasTown }
}
