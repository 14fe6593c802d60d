import { normaliseStreet } from '../normalise-street'
import { foldWords } from './fold-words'
import { NearStrings } from './near-strings'
import type { SearchStreet, SearchStreets, SearchTown, StreetRow, TownRow } from './search-streets'
import { KIND_NAMES, splitKind } from './street-kinds'
import { StreetWords } from './street-words'
import { isCyrillic, transliterate } from './transliterate'

/** Streets that are taken in before others may have a turn. */
const A_TURN = 200

function addTown(
  words: StreetWords,
  towns: SearchTown[],
  byString: Map<number, Array<{ town: number; form: string[] }>>,
  row: TownRow,
): void {
  const { id, name, lon, lat } = row
  const form = foldWords(name)
  const forms = form.some(isCyrillic) ? [form, form.map(transliterate)] : [form]
  const town = towns.push({ id, name, point: lon === null || lat === null ? null : [lon, lat], forms }) - 1
  for (const each of forms) {
    if (each[0] === undefined) continue
    const string = words.stringId(each[0])
    byString.set(string, [...(byString.get(string) ?? []), { town, form: each }])
  }
}

function toStreet(words: StreetWords, { id, label, type }: StreetRow, town: number): SearchStreet {
  const { kind, name } = splitKind(foldWords(label), normaliseStreet(type))
  for (const [at, word] of name.entries()) {
    const next = name[at + 1]
    if (next !== undefined) words.addPair(word, next)
  }
  return { id, label, town, kind, name: name.map((word) => words.wordId(word)) }
}

/** The streets of each word, one after another. */
function listPostings(words: number, streets: readonly SearchStreet[]) {
  const starts = new Uint32Array(words + 1)
  for (const { name } of streets) for (const word of name) starts[word + 1] = (starts[word + 1] ?? 0) + 1
  for (let word = 1; word < starts.length; word++) starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0)
  const postings = new Uint32Array(starts.at(-1) ?? 0)
  const next = starts.slice()
  for (const [street, { name }] of streets.entries()) {
    for (const word of name) {
      const at = next[word] ?? 0
      postings[at] = street
      next[word] = at + 1
    }
  }
  return { starts, postings }
}

function weigh(starts: Uint32Array, streets: number): Float32Array {
  const all = Math.log(1 + streets)
  const counts = Array.from({ length: starts.length - 1 }, (_, word) => (starts[word + 1] ?? 0) - (starts[word] ?? 0))
  return Float32Array.from(counts, (count) => Math.max(0.05, Math.log(1 + streets / Math.max(1, count)) / all))
}

/** Makes streets findable, in steps, between which others may have a turn. */
export function* buildStreets(townRows: readonly TownRow[], streetRows: readonly StreetRow[]): Generator<void, SearchStreets> {
  const words = new StreetWords()
  const towns: SearchTown[] = []
  const townsByString = new Map<number, Array<{ town: number; form: string[] }>>()
  for (const row of townRows) addTown(words, towns, townsByString, row)
  const townAt = new Map(townRows.map(({ id }, at) => [id, at]))
  const streets: SearchStreet[] = []
  for (const row of streetRows) {
    streets.push(toStreet(words, row, townAt.get(row.municipalityId) ?? 0))
    if (streets.length % A_TURN === 0) yield
  }
  const kinds = new Set(streets.flatMap(({ kind }) => kind ?? []))
  const names = [...new Set([...KIND_NAMES, ...kinds])].filter((name) => !name.includes(' '))
  const { starts, postings } = listPostings(words.words.length, streets)
  yield
  const weights = weigh(starts, streets.length)
  const totals = Float32Array.from(streets, ({ name }) => name.reduce((sum, word) => sum + (weights[word] ?? 1), 0))
  const sorted = words.strings.map((text, string) => ({ text, string })).sort((one, other) => (one.text < other.text ? -1 : 1))
  yield
  const near = yield* NearStrings.build(words.strings)
  const nearKinds = { names, near: yield* NearStrings.build(names) }
  const townOf = Uint16Array.from(streets, ({ town }) => town)
  return { streets, towns, words, townsByString, kinds, nearKinds, starts, postings, weights, totals, townOf, near, sorted }
}
