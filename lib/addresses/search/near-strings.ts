import { countEdits } from '../count-edits'

/** A slip in words of up to five letters, two in longer ones; a single letter and a number have to be right. */
export function allowedEdits(length: number): number {
  if (length < 2) return 0
  return length < 6 ? 1 : 2
}

/** Strings that are taken in before others may have a turn. */
const A_TURN = 500
const SEED = 0x811c9dc5
const PRIME = 0x01000193

/** A hash (FNV-1a) of the text without the letters at two places, or fewer: -1 leaves nothing out. */
function hashWithout(text: string, one: number, other: number): number {
  let hash = SEED
  for (let at = 0; at < text.length; at++) {
    if (at !== one && at !== other) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  }
  return hash >>> 0
}

/** Calls `take` with the hash of the text and of all that is left of it without `edits` of its letters. */
function forEachRest(text: string, edits: number, take: (hash: number) => void): void {
  take(hashWithout(text, -1, -1))
  if (edits < 1 || text.length < 2) return
  for (let one = 0; one < text.length; one++) {
    take(hashWithout(text, one, -1))
    if (edits > 1) for (let other = one + 1; other < text.length; other++) take(hashWithout(text, one, other))
  }
}

/** How often forEachRest calls back for a text. */
function countRests(text: string): number {
  const edits = editsFor(text)
  const { length } = text
  if (edits < 1 || length < 2) return 1
  return 1 + length + (edits > 1 ? (length * (length - 1)) / 2 : 0)
}

/** Adds to a place of an array; returns what it was before. */
function increase(array: Uint32Array, at: number, by: number): number {
  const before = array[at] ?? 0
  array[at] = before + by
  return before
}

function editsFor(text: string): number {
  return /\d/.test(text) ? 0 : allowedEdits(text.length)
}

/**
 * Finds strings within two edits without comparing all: two strings that are near each other become the same when letters of both are left out
 * (W. Garbe's symmetric delete). What is left of each is kept as a hash of 32 bits, some 8 bytes each.
 */
export class NearStrings {
  private constructor(
    private readonly strings: readonly string[],
    private readonly mask: number,
    private readonly starts: Uint32Array,
    private readonly hashes: Uint32Array,
    private readonly owners: Uint32Array,
  ) {}

  /** Takes the strings in, in steps, between which others may have a turn. */
  static *build(strings: readonly string[]): Generator<void, NearStrings> {
    let count = 0
    for (const text of strings) count += countRests(text)
    const mask = 2 ** Math.ceil(Math.log2(Math.max(2, count))) - 1
    const starts = new Uint32Array(mask + 2)
    for (const [owner, text] of strings.entries()) {
      forEachRest(text, editsFor(text), (hash) => increase(starts, (hash & mask) + 1, 1))
      if (owner % A_TURN === 0) yield
    }
    for (let slot = 0; slot <= mask; slot++) increase(starts, slot + 1, starts[slot] ?? 0)
    const [hashes, owners, next] = [new Uint32Array(count), new Uint32Array(count), starts.slice()]
    for (const [owner, text] of strings.entries()) {
      forEachRest(text, editsFor(text), (hash) => {
        const at = increase(next, hash & mask, 1)
        hashes[at] = hash
        owners[at] = owner
      })
      if (owner % A_TURN === 0) yield
    }
    return new NearStrings(strings, mask, starts, hashes, owners)
  }

  /** Calls `take` with the index and the edits of each string that somebody may have meant by `text`, itself among them. Each once. */
  find(text: string, take: (index: number, edits: number) => void): void {
    const seen = new Set<number>()
    forEachRest(text, editsFor(text), (hash) => {
      const slot = hash & this.mask
      const end = this.starts[slot + 1] ?? 0
      for (let at = this.starts[slot] ?? 0; at < end; at++) {
        const owner = this.owners[at] ?? 0
        if (this.hashes[at] !== hash || seen.has(owner)) continue
        seen.add(owner)
        const other = this.strings[owner] ?? ''
        const allowed = text.length < 2 ? 0 : allowedEdits(Math.max(text.length, other.length))
        const edits = countEdits(text, other, allowed)
        if (edits <= allowed) take(owner, edits)
      }
    })
  }
}
