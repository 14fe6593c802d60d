import type { NearStrings } from './near-strings'
import type { StreetWords } from './street-words'

export interface TownRow {
  id: number
  name: string
  /** Degrees; null where no address is known. */
  lon: number | null
  lat: number | null
}

export interface StreetRow {
  id: number
  label: string
  type: string
  municipalityId: number
}

/** A street as the search knows it. */
export interface SearchStreet {
  id: number
  label: string
  town: number
  kind: string | null
  /** Numbers of the words of its name. */
  name: readonly number[]
}

export interface SearchTown {
  id: number
  name: string
  point: readonly [lon: number, lat: number] | null
  /** Its name in comparable form; in Cyrillic also in Latin letters. */
  forms: readonly (readonly string[])[]
}

/** Everything that is known of streets to search in. Built by buildStreets. */
export interface SearchStreets {
  streets: readonly SearchStreet[]
  towns: readonly SearchTown[]
  words: StreetWords
  /** Towns by the string with which their name begins. */
  townsByString: ReadonlyMap<number, ReadonlyArray<{ town: number; form: readonly string[] }>>
  /** The types that streets have. */
  kinds: ReadonlySet<string>
  nearKinds: { names: readonly string[]; near: NearStrings }
  /** The streets of word n are those in `postings` from `starts[n]` to before `starts[n + 1]`. */
  starts: Uint32Array
  postings: Uint32Array
  /** How much a word tells, by its number: near 1 for a word of one street, near 0 for one that all have. */
  weights: Float32Array
  /** The weights of a street's words together, and its town. */
  totals: Float32Array
  townOf: Uint16Array
  near: NearStrings
  /** All strings in the order of their letters. */
  sorted: ReadonlyArray<{ text: string; string: number }>
}
