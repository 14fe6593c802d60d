import { countEdits } from './count-edits'

/** Which of 32 groups of letters a word has, as bits: words within few edits differ in few bits, and this is told faster than the edits. */
function letterBits(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** A word of up to 3 letters and a number have to be right, up to 7 may have one slip, a longer one two. */
export function allowedSlips(word: string): number {
  if (word.length <= 3 || /\d/.test(word)) return 0
  return word.length <= 7 ? 1 : 2
}

/** Finds the words of a vocabulary that somebody may have meant who made a slip. */
export class NearWords {
  private readonly byLength = new Map<number, Array<{ word: string; bits: number }>>()
  private readonly found = new Map<string, string[]>()

  constructor(vocabulary: Iterable<string>) {
    for (const word of vocabulary) {
      const entry = { word, bits: letterBits(word) }
      const sameLength = this.byLength.get(word.length)
      if (sameLength) sameLength.push(entry)
      else this.byLength.set(word.length, [entry])
    }
  }

  /** The words within the slips that are allowed, the word itself left out. */
  near(word: string): string[] {
    const known = this.found.get(word)
    if (known) return known
    const slips = allowedSlips(word)
    const bits = letterBits(word)
    const found: string[] = []
    for (let length = word.length - slips; slips > 0 && length <= word.length + slips; length++) {
      for (const entry of this.byLength.get(length) ?? []) {
        if (countBits(entry.bits ^ bits) > 2 * slips || entry.word === word) continue
        if (countEdits(word, entry.word, slips) <= slips) found.push(entry.word)
      }
    }
    this.found.set(word, found)
    return found
  }
}
