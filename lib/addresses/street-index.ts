import { splitStreetType, type TypedName } from './list-street-types'
import { NearWords } from './near-words'
import { normaliseStreet } from './normalise-street'

export interface IndexedStreet {
  id: number
  label: string
  municipalityId: number
  municipality: string
}

interface Entry extends TypedName {
  street: IndexedStreet
}

/** How sure a text means the streets that were found. `exact`: the whole name. `partial`: part of it. `near`: with a slip, another type, more words. */
export interface StreetsFound {
  certainty: 'exact' | 'partial' | 'near' | 'none'
  streets: IndexedStreet[]
}

/** More streets than this are no choice. */
const MOST_CHOICES = 10

function isInitial(word: string): boolean {
  return word.length === 1 && !/\d/.test(word)
}

/** Whether the street has each word of the text, in any order; an initial stands for a word that begins with it. */
function hasAllWords(entry: Entry, words: readonly string[]): boolean {
  const left = [...entry.name]
  const take = (fits: (word: string) => boolean) => {
    const at = left.findIndex(fits)
    if (at === -1) return false
    left.splice(at, 1)
    return true
  }
  const whole = words.filter((word) => !isInitial(word))
  return (
    whole.every((word) => take((other) => other === word)) &&
    words.filter(isInitial).every((word) => take((other) => other.startsWith(word)))
  )
}

/** The words of a normalised name. A list's reader takes "C14" for two tokens, so that is what it is here too. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .split(' ')
    .filter(Boolean)
}

/** Words by which a street can be found: "di" and initials tell nothing. */
function tellingWords(words: readonly string[]): string[] {
  return words.filter((word) => word.length > 2 || /\d/.test(word))
}

function add<Key>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const known = map.get(key)
  if (known) known.push(entry)
  else map.set(key, [entry])
}

/** The streets of a list's candidates, in memory: a list of thousands is matched without asking the database for each. */
export class StreetIndex {
  private readonly byKey = new Map<string, Entry[]>()
  private readonly byName = new Map<string, Entry[]>()
  private readonly byWord = new Map<string, Entry[]>()
  private readonly nearWords: NearWords

  constructor(streets: ReadonlyArray<{ street: IndexedStreet; searchText: string }>) {
    for (const { street, searchText } of streets) {
      const entry = { street, ...splitStreetType(wordsOf(searchText)) }
      const name = entry.name.join(' ')
      add(this.byKey, `${entry.type ?? ''} ${name}`, entry)
      add(this.byName, name, entry)
      for (const word of new Set(entry.name)) add(this.byWord, word, entry)
    }
    this.nearWords = new NearWords(this.byWord.keys())
  }

  /** The streets that a text may mean. `isAllowed` says which are asked for at all. */
  find(text: string, isAllowed: (street: IndexedStreet) => boolean): StreetsFound {
    const words = wordsOf(normaliseStreet(text))
    const wanted = splitStreetType(words)
    const allowed = (entries: readonly Entry[] = []) => entries.filter(({ street }) => isAllowed(street))
    const answer = (certainty: StreetsFound['certainty'], entries: Entry[]) => ({ certainty, streets: toStreets(entries) })
    const exact = allowed(this.findExact(words, wanted))
    if (exact.length > 0) return answer('exact', exact)
    const named = allowed(this.findByWords(wanted.name))
    const sameType = wanted.type === null ? named : named.filter(({ type }) => type === wanted.type)
    if (sameType.length > 0) return answer('partial', preferWhole(sameType, wanted.name))
    if (named.length > 0) return answer('near', preferWhole(named, wanted.name))
    const near = allowed(this.findNear(wanted))
    return near.length > 0 ? answer('near', near) : answer('none', allowed(this.findAlike(wanted)))
  }

  private findExact(words: readonly string[], { type, name }: TypedName): Entry[] {
    if (type !== null) return this.byKey.get(`${type} ${name.join(' ')}`) ?? []
    return this.byKey.get(` ${words.join(' ')}`) ?? []
  }

  private findByWords(words: readonly string[]): Entry[] {
    const [rarest] = tellingWords(words).sort((one, other) => (this.byWord.get(one)?.length ?? 0) - (this.byWord.get(other)?.length ?? 0))
    const candidates = rarest === undefined ? this.byName.get(words.join(' ')) : this.byWord.get(rarest)
    return (candidates ?? []).filter((entry) => hasAllWords(entry, words))
  }

  /** With slips in some words, or with words that the street does not have. The same type comes first. */
  private findNear({ type, name }: TypedName): Entry[] {
    const forms = tellingWords(name).map((word) => new Set([word, ...this.nearWords.near(word)]))
    const candidates = new Set(forms.flatMap((form) => [...form].flatMap((word) => this.byWord.get(word) ?? [])))
    const found = [...candidates].filter((entry) => {
      const hasText = forms.every((form) => entry.name.some((word) => form.has(word)))
      const telling = tellingWords(entry.name)
      return hasText || (telling.length > 0 && telling.every((word) => forms.some((form) => form.has(word))))
    })
    return found.sort((one, other) => Number(other.type === type) - Number(one.type === type))
  }

  /** Streets that share the longest words with the text. */
  private findAlike({ type, name }: TypedName): Entry[] {
    for (const word of tellingWords(name).sort((one, other) => other.length - one.length)) {
      const entries = [word, ...this.nearWords.near(word)].flatMap((form) => this.byWord.get(form) ?? [])
      if (entries.length > 0)
        return entries.sort((one, other) => Number(other.type === type) - Number(one.type === type)).slice(0, MOST_CHOICES)
    }
    return []
  }
}

/** A text that is a whole name does not mean a longer one: "Verdi" is "Via Verdi" rather than "Via Giuseppe Verdi". */
function preferWhole(entries: Entry[], words: readonly string[]): Entry[] {
  const whole = entries.filter(({ name }) => name.length === words.length)
  return whole.length > 0 ? whole : entries
}

function toStreets(entries: readonly Entry[]): IndexedStreet[] {
  return [...new Map(entries.map(({ street }) => [street.id, street])).values()]
}
