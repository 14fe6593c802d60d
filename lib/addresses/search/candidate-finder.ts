import type { QueryWord, SearchQuery } from './search-query'
import type { SearchStreets } from './search-streets'
import { editsOfBeginning, LONGEST_SHORTENED } from './shortened'
import type { Meaning } from './street-words'

/** Words so short are like too many others. */
const SHORT_WORD = 3
/** Streets that fit best by their words alone: these are looked at closely. */
const MOST_CANDIDATES = 24
/** Beside rarer words, one that more streets have tells nothing. */
const COMMON = 3_000
/** How far a street's type, or the beginning of a word of its name, brings it forward where the text has them. */
const OF_KIND = 0.15
const BEGINS_ALIKE = 0.25
/** So many streets are looked at for that, before the best are chosen. */
const MOST_ALIKE = 160
/** How far being in the town that the text names brings a street forward. */
const IN_TOWN = 0.6
/** How far a word that the street has and the text has not sets it back. */
const PER_MISSING = 0.5

/** The least of the `count` highest scores. */
function leastOfBest(scores: Float32Array, count: number): number {
  if (scores.length <= count) return Number.NEGATIVE_INFINITY
  const best = new Float32Array(count).fill(Number.NEGATIVE_INFINITY)
  for (const score of scores) {
    if (score <= (best[count - 1] ?? 0)) continue
    let at = count - 1
    while (at > 0 && (best[at - 1] ?? 0) < score) {
      best[at] = best[at - 1] ?? 0
      at -= 1
    }
    best[at] = score
  }
  return best[count - 1] ?? 0
}

/** Chooses, among all streets, the few that are worth a close look. For one query at a time. */
export class CandidateFinder {
  /** Which street was reached in which query, by which word, how far. */
  private readonly reachedIn: Uint32Array
  private readonly reachedBy: Int8Array
  private readonly reach: Float32Array
  private queries = 0

  constructor(private readonly known: SearchStreets) {
    const { length } = known.streets
    this.reachedIn = new Uint32Array(length)
    this.reachedBy = new Int8Array(length)
    this.reach = new Float32Array(length)
  }

  private countOf(word: number): number {
    return (this.known.starts[word + 1] ?? 0) - (this.known.starts[word] ?? 0)
  }

  private weightOf(word: number): number {
    return this.known.weights[word] ?? 1
  }

  /** The streets that share most words with a text, by their place in `streets`. */
  find(query: SearchQuery): number[] {
    this.queries += 1
    const reached: number[] = []
    const named = new Set(query.towns.map(({ town }) => town))
    const rarest = query.words.map((word, at) => ({ word, at, size: this.sizeOf(word) })).sort((one, other) => one.size - other.size)
    for (const { word, at, size } of rarest) {
      if (size > COMMON && reached.length > 0) continue
      // What is a word of a name or a type as it stands is seldom a slip; a longer look at the best streets allows for it.
      const isItself = query.kinds.some(({ words, doubt }) => words === 1 << at && doubt === 0) || word.text.length <= SHORT_WORD
      this.reachBy(word.meanings, at, reached, isItself && word.meanings[0]?.doubt === 0)
      this.reachBy(word.joined, at, reached, false)
    }
    return this.sortOut(query, this.takeBest(reached, named))
  }

  private sizeOf({ meanings }: QueryWord): number {
    return meanings.reduce((sum, { word }) => sum + this.countOf(word), 0)
  }

  private reachBy(meanings: readonly Meaning[], at: number, reached: number[], isExact: boolean): void {
    for (const { word, next, doubt } of meanings) {
      if (isExact && doubt > 0) break
      const gain = (this.weightOf(word) + (next === -1 ? 0 : this.weightOf(next))) * (1 - 2 * doubt)
      const rarer = next === -1 || this.countOf(word) <= this.countOf(next) ? word : next
      const end = this.known.starts[rarer + 1] ?? 0
      for (let posting = this.known.starts[rarer] ?? 0; posting < end; posting++) {
        const street = this.known.postings[posting] ?? 0
        if (this.reachedIn[street] !== this.queries) {
          this.reachedIn[street] = this.queries
          this.reach[street] = 0
          reached.push(street)
        } else if (this.reachedBy[street] === at) continue
        this.reachedBy[street] = at
        this.reach[street] = (this.reach[street] ?? 0) + gain
      }
    }
  }

  /** The streets with most reach, with how far. Among hundreds of one surname all are as far: more of them are kept than are looked at closely. */
  private takeBest(reached: readonly number[], named: ReadonlySet<number>): Array<{ street: number; score: number }> {
    const { totals, townOf } = this.known
    const hasTown = named.size > 0
    const scores = new Float32Array(reached.length)
    for (let index = 0; index < reached.length; index++) {
      const street = reached[index] ?? 0
      const reach = this.reach[street] ?? 0
      const missing = (totals[street] ?? 0) - reach
      scores[index] = reach - (missing > 0 ? PER_MISSING * missing : 0) + (hasTown && named.has(townOf[street] ?? 0) ? IN_TOWN : 0)
    }
    const least = leastOfBest(scores, MOST_CANDIDATES) - OF_KIND - BEGINS_ALIKE
    const best: Array<{ street: number; score: number }> = []
    for (let index = 0; index < reached.length; index++) {
      const score = scores[index] ?? 0
      if (score >= least) best.push({ street: reached[index] ?? 0, score })
    }
    if (best.length <= MOST_ALIKE) return best
    return best.sort((one, other) => other.score - one.score).slice(0, MOST_ALIKE)
  }

  /** The best of these, their types and the beginnings of first names counted in. */
  private sortOut(query: SearchQuery, best: Array<{ street: number; score: number }>): number[] {
    if (best.length > MOST_CANDIDATES) {
      const kinds = new Set(query.kinds.map(({ kind }) => kind))
      const short = query.words.filter(({ text, isNumber }) => !isNumber && text.length <= LONGEST_SHORTENED).map(({ text }) => text)
      for (const entry of best) {
        const street = this.known.streets[entry.street]
        if (street?.kind && kinds.has(street.kind)) entry.score += OF_KIND
        const begins = street?.name.some((word) => {
          const text = this.known.words.words[word] ?? ''
          return short.some((typed) => editsOfBeginning(typed, text) !== null)
        })
        if (begins) entry.score += BEGINS_ALIKE
      }
      best.sort((one, other) => other.score - one.score)
    }
    return best.slice(0, MOST_CANDIDATES).map(({ street }) => street)
  }
}
