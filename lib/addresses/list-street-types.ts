import { isStreetType, LEADING_TYPES } from './street-types'

/** Types before the name, short and long, as normaliseStreet leaves them. Beside those of street-types.ts, cases and plurals that a list has. */
const LEADING = new Map<string, string>([
  ...LEADING_TYPES,
  ['via', 'via'],
  ['вулиці', 'вулиця'],
  ['вулицею', 'вулиця'],
  ['вулицях', 'вулиця'],
  ['ул', 'вулиця'],
  ['пр т', 'проспект'],
  ['пр кт', 'проспект'],
  ['пр', 'проспект'],
  ['проспекту', 'проспект'],
  ['бульв', 'бульвар'],
  ['б р', 'бульвар'],
  ['бульвару', 'бульвар'],
  ['провулку', 'провулок'],
  ['площі', 'площа'],
  ['майдан', 'майдан'],
  ['майдану', 'майдан'],
  ['проїзд', 'проїзд'],
  ['тупик', 'тупик'],
  ['алея', 'алея'],
  ['наб', 'набережна'],
])

/** Plurals that stand once before several names. */
const PLURAL = new Map<string, string>([
  ['vie', 'via'],
  ['viali', 'viale'],
  ['piazze', 'piazza'],
  ['corsi', 'corso'],
  ['vicoli', 'vicolo'],
  ['strade', 'strada'],
  ['larghi', 'largo'],
])

/** Types after the name: Lithuanian in both cases, and English. */
const TRAILING = new Map<string, string>([
  ['g', 'gatve'],
  ['gatve', 'gatve'],
  ['gatves', 'gatve'],
  ['gatveje', 'gatve'],
  ['pr', 'prospektas'],
  ['prospektas', 'prospektas'],
  ['prospekto', 'prospektas'],
  ['prospekte', 'prospektas'],
  ['al', 'aleja'],
  ['aleja', 'aleja'],
  ['alejos', 'aleja'],
  ['skg', 'skersgatvis'],
  ['skersgatvis', 'skersgatvis'],
  ['skersgatvio', 'skersgatvis'],
  ['pl', 'plentas'],
  ['plentas', 'plentas'],
  ['plento', 'plentas'],
  ['a', 'aikste'],
  ['aikste', 'aikste'],
  ['aikstes', 'aikste'],
  ['tak', 'takas'],
  ['takas', 'takas'],
  ['tako', 'takas'],
  ['kel', 'kelias'],
  ['kelias', 'kelias'],
  ['kelio', 'kelias'],
  ['krantine', 'krantine'],
  ['krantines', 'krantine'],
])

const ENGLISH = new Set('street st road rd avenue ave lane ln square sq drive terrace crescent close way row walk mews'.split(' '))

export interface FoundType {
  type: string
  /** Words that it takes. */
  length: number
  isPlural: boolean
}

/** The street type with which words begin. */
export function leadingType(words: readonly string[]): FoundType | null {
  const two = LEADING.get(words.slice(0, 2).join(' '))
  if (two && words.length > 1) return { type: two, length: 2, isPlural: false }
  const [word = ''] = words
  const plural = PLURAL.get(word)
  if (plural) return { type: plural, length: 1, isPlural: true }
  const known = LEADING.get(word) ?? (isStreetType(word) && !TRAILING.has(word) ? word : undefined)
  return known ? { type: known, length: 1, isPlural: false } : null
}

/** The street type with which words end: Lithuanian, English, or a Ukrainian one put last ("Франка вул."). */
export function trailingType(words: readonly string[]): string | null {
  const last = words.at(-1) ?? ''
  if (words.length < 2) return null
  const behind = words.length > 2 ? LEADING.get(words.slice(-2).join(' ')) : undefined
  if (behind && /\p{Script=Cyrillic}/u.test(behind)) return behind
  const moved = LEADING.get(last) ?? (isStreetType(last) ? last : undefined)
  return TRAILING.get(last) ?? (ENGLISH.has(last) ? last : null) ?? (moved && /\p{Script=Cyrillic}/u.test(moved) ? moved : null)
}

/** Whether the last of the words is an English type: there house numbers come first. */
export function endsInEnglishType(words: readonly string[]): boolean {
  return words.length > 1 && ENGLISH.has(words.at(-1) ?? '')
}

export interface TypedName {
  /** Null where none is written. */
  type: string | null
  /** The other words. */
  name: string[]
}

/** A street's words as its type and the rest, whichever way round. A name that is only a type stays a name. */
export function splitStreetType(words: readonly string[]): TypedName {
  const leading = leadingType(words)
  if (leading && words.length > leading.length) return { type: leading.type, name: words.slice(leading.length) }
  const trailing = trailingType(words)
  if (!trailing) return { type: null, name: [...words] }
  const isTwo = words.length > 2 && LEADING.get(words.slice(-2).join(' ')) === trailing
  return { type: trailing, name: words.slice(0, isTwo ? -2 : -1) }
}
