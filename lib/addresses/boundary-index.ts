import type { BoundaryKind } from '@/lib/db/generated/enums'
import type { Boundary } from './boundary'
import { NearWords } from './near-words'
import { normaliseStreet } from './normalise-street'

/** What people write before a place's name, and which kind it says. */
const KIND_WORDS: ReadonlyArray<readonly [pattern: RegExp, kind: BoundaryKind | null]> = [
  [
    /^(?:comune|comuni|municipality|town|city)(?: di| of)? |^(?:громада|місто|м|miestas) | (?:municipality|savivaldybe|громада)$/,
    'municipality',
  ],
  [
    /^(?:quartiere|quartieri|rione|quarter|district|район|мікрорайон|мкр|квартал) | (?:quarter|district|kvartalas|mikrorajonas|seniunija|район)$/,
    'quarter',
  ],
  [/^(?:zona|zone|зона|distretto) | (?:zone|zona|зона)$/, 'zone'],
  [/^(?:il|la|lo|i|gli|le|l|the|tutta|tutto|tutti|all|all of|whole|visas|visa|весь|вся|уся|увесь) /, null],
]

export interface BoundariesFound {
  certainty: 'exact' | 'partial' | 'near' | 'none'
  boundaries: Boundary[]
}

interface Entry {
  boundary: Boundary
  words: string[]
}

/** Finds places by the names that people write. */
export class BoundaryIndex {
  private readonly entries: Entry[]
  private readonly nearWords: NearWords

  constructor(boundaries: readonly Boundary[]) {
    this.entries = boundaries.map((boundary) => ({ boundary, words: normaliseStreet(boundary.name).split(' ') }))
    this.nearWords = new NearWords(new Set(this.entries.flatMap(({ words }) => words)))
  }

  /** The whole name, as it is or behind the word for its kind. */
  findExact(text: string): Boundary[] {
    const wanted = this.formsOf(text)
    const found = wanted.map(({ name, kind }) =>
      this.entries.filter(({ boundary, words }) => words.join(' ') === name && (kind === null || boundary.kind === kind)),
    )
    return (found.find((entries) => entries.length > 0) ?? []).map(({ boundary }) => boundary)
  }

  find(text: string): BoundariesFound {
    const exact = this.findExact(text)
    if (exact.length > 0) return { certainty: 'exact', boundaries: exact }
    const form = this.formsOf(text).at(-1)
    const words = (form?.name ?? '').split(' ').filter((word) => word.length > 2)
    if (words.length === 0) return { certainty: 'none', boundaries: [] }
    const ofKind = this.entries.filter(({ boundary }) => !form?.kind || boundary.kind === form.kind)
    const partial = ofKind.filter((entry) => words.every((word) => entry.words.includes(word)))
    if (partial.length > 0) return { certainty: 'partial', boundaries: partial.map(({ boundary }) => boundary) }
    const forms = words.map((word) => new Set([word, ...this.nearWords.near(word)]))
    const near = this.entries.filter((entry) => forms.some((form) => entry.words.some((word) => word.length > 2 && form.has(word))))
    return { certainty: near.length > 0 ? 'near' : 'none', boundaries: near.map(({ boundary }) => boundary) }
  }

  /** The text as it is, then without articles and the word for its kind. */
  private formsOf(text: string): Array<{ name: string; kind: BoundaryKind | null }> {
    const forms: Array<{ name: string; kind: BoundaryKind | null }> = [{ name: normaliseStreet(text), kind: null }]
    for (let last = forms[0]; last && forms.length < 5; ) {
      const { name, kind } = last
      const found = KIND_WORDS.find(([pattern]) => pattern.test(name))
      last = found ? { name: name.replace(found[0], '').trim(), kind: found[1] ?? kind } : undefined
      if (last) forms.push(last)
    }
    return forms
  }
}
