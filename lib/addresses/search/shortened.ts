import { countEdits } from '../count-edits'

/** A shortened word has so many letters at most: "gius", "franc". */
export const LONGEST_SHORTENED = 5
/** A slip in fewer letters leaves nothing of them. */
const FEWEST_WITH_SLIP = 3

/**
 * How many letters are wrong in the beginning of a word that was typed for it: "gius" for "giuseppe" none, "guis" one. Null where it is none. A slip
 * never is in the first letter.
 */
export function editsOfBeginning(typed: string, word: string): 0 | 1 | null {
  const { length } = typed
  if (length >= word.length || length > LONGEST_SHORTENED || typed.charCodeAt(0) !== word.charCodeAt(0)) return null
  if (word.startsWith(typed)) return /\d/.test(typed) ? null : 0
  if (length < FEWEST_WITH_SLIP) return null
  for (const end of [length, length + 1, length - 1]) if (countEdits(typed, word.slice(0, end), 1) === 1) return 1
  return null
}
