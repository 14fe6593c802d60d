import type { NameFit } from './name-fitter'
import type { KindMention, WordSet } from './search-query'

/** What speaks how much against a street's type. */
const OTHER_KIND = 0.12
const NO_KIND = 0.03
const KIND_APART = 0.01

/** How a text fits a street's type. `words` are the text's words that say it. */
export interface KindFit {
  doubt: number
  level: 0 | 1 | 2
  words: WordSet
  isMissing: boolean
}

/** The words that say a street's type. Beside the name they say it surely. */
export function fitKind(kinds: readonly KindMention[], kind: string | null, name: NameFit): KindFit {
  const free = kinds.filter(({ words }) => (words & name.words) === 0)
  const isBeside = ({ words }: KindMention) =>
    (words & (1 << (name.end + 1))) !== 0 || (name.start > 0 && (words & (1 << (name.start - 1))) !== 0)
  let best: KindFit | null = null
  let length = 0
  for (const mention of free) {
    if (mention.kind !== kind) continue
    const beside = isBeside(mention)
    if (!beside && mention.length < 3) continue
    const doubt = mention.doubt + (beside ? 0 : KIND_APART)
    if (best && (doubt > best.doubt || (doubt === best.doubt && mention.length <= length))) continue
    best = { doubt, level: doubt === 0 ? 0 : 2, words: mention.words, isMissing: false }
    length = mention.length
  }
  if (best) return best
  // Only what stands beside the name and is surely a type is one: "g" may as well be a first name or a house's letter.
  const other = free.find((mention) => mention.doubt === 0 && isBeside(mention)) ?? free.find(isBeside)
  if (other) return { doubt: OTHER_KIND + other.doubt, level: 2, words: other.words, isMissing: false }
  return kind === null ? { doubt: 0, level: 0, words: 0, isMissing: false } : { doubt: NO_KIND, level: 1, words: 0, isMissing: true }
}
