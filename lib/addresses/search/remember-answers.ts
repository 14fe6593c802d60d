import { LRUCache } from 'lru-cache'
import type { StreetSearch } from './street-search'

/** So many texts of a kind: when something happens, a crowd asks for the same few streets. About a kilobyte each. */
const MOST = 5_000

/**
 * Remembers what `ask` answered to a text, for as long as the search lives that it was answered from: when addresses change, there is a new one. Two who ask
 * the same at once wait for one answer; a failure is not remembered.
 */
export function rememberAnswers<Answer extends object>() {
  const known = new WeakMap<StreetSearch, LRUCache<string, Promise<Answer>>>()
  return (search: StreetSearch, text: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const answers = known.get(search) ?? new LRUCache<string, Promise<Answer>>({ max: MOST })
    known.set(search, answers)
    const before = answers.get(text)
    if (before) return before
    const answer = ask()
    answers.set(text, answer)
    answer.catch(() => answers.delete(text))
    return answer
  }
}
