import { countEdits } from './count-edits'
import { canonicalSuffix, type HouseNumber, splitHouseNumber } from './house-number'
import { withoutStreetType } from './street-types'

/** How a text fits one street. */
export interface StreetMatch {
  /** Letters that differ. */
  edits: number
  /** The street has more words than the text names: "Garibaldi" for "Via Giuseppe Garibaldi". The type alone may be left out. */
  isPartial: boolean
  namesMunicipality: boolean
  house: HouseNumber | null
  postcode: string | null
  /** Words that mean nothing here. */
  leftover: number
}

/** A word of up to 3 letters has to be right, up to 7 may have one slip, a longer one two. */
function allowedEdits(word: string): number {
  if (word.length <= 3 || /\d/.test(word)) return 0
  return word.length <= 7 ? 1 : 2
}

interface Run {
  start: number
  length: number
  edits: number
}

/** Where `name` stands among `words`, with the fewest edits. With `isTyping` the text may end inside the name's word. */
function findRun(words: readonly string[], name: readonly string[], isTyping: boolean): Run | null {
  let best: Run | null = null
  for (let start = 0; start + name.length <= words.length; start++) {
    let edits = 0
    for (const [offset, word] of name.entries()) {
      const typed = words[start + offset] ?? ''
      const isLast = start + offset === words.length - 1
      const cost = isTyping && isLast && word.startsWith(typed) ? 0 : countEdits(typed, word, allowedEdits(word))
      edits = cost > allowedEdits(word) ? Number.POSITIVE_INFINITY : edits + cost
    }
    if (Number.isFinite(edits) && (!best || edits < best.edits)) best = { start, length: name.length, edits }
  }
  return best
}

/** The forms in which a street may be named: whole, without its type, then ever shorter ends and beginnings of its name. */
function nameForms(name: string): Array<{ words: string[]; isPartial: boolean }> {
  const whole = name.split(' ')
  const bare = withoutStreetType(name).split(' ')
  const ends = bare.slice(1).map((_, index) => bare.slice(index + 1))
  const starts = bare.slice(1).map((_, index) => bare.slice(0, bare.length - 1 - index))
  const typed = whole.length > bare.length && whole[0] !== bare[0] ? ends.map((end) => [whole[0] ?? '', ...end]) : []
  return [
    { words: whole, isPartial: false },
    { words: bare, isPartial: false },
    ...[...typed, ...ends, ...starts].filter((words) => words.join('').length > 2).map((words) => ({ words, isPartial: true })),
  ]
}

function readRest(rest: readonly string[]): Pick<StreetMatch, 'house' | 'postcode' | 'leftover'> {
  const numbers = rest.filter((word) => /^\d/.test(word))
  const postcode = rest.find((word) => /^\d{5}$/.test(word)) ?? null
  const others = postcode && numbers.length > 0 ? rest.filter((word) => word !== postcode && word !== 'lt') : rest
  const at = others.findIndex((word) => /^\d/.test(word))
  if (at === -1) return { house: null, postcode, leftover: others.length }
  for (let length = Math.min(3, others.length - at); length > 0; length--) {
    const house = splitHouseNumber(others.slice(at, at + length).join(' '))
    if (house && isSuffix(others.slice(at + 1, at + length))) {
      return { house: { number: house.number, suffix: canonicalSuffix(house.suffix) }, postcode, leftover: others.length - length }
    }
  }
  return { house: null, postcode, leftover: others.length }
}

/** Letters, ordinals and second numbers follow a house number; longer words are names of places. */
function isSuffix(words: readonly string[]): boolean {
  return words.every((word) => word.length <= 2 || /^\d{1,4}$/.test(word) || /^(bis|ter|quater|quinquies|sexies)$/.test(word))
}

/**
 * How the words of a text fit a street in its municipality, or null where they do not. `name` and `municipality` are in comparable form
 * (normaliseStreet). `isTyping`: the last word may be unfinished.
 */
export function matchStreet(words: readonly string[], name: string, municipality: string, isTyping = false): StreetMatch | null {
  let best: StreetMatch | null = null
  for (const form of nameForms(name)) {
    const run = findRun(words, form.words, isTyping)
    if (!run) continue
    const before = words.slice(0, run.start)
    const after = words.slice(run.start + run.length)
    const place = takeMunicipality(before, after, municipality.split(' '))
    const match = { edits: run.edits, isPartial: form.isPartial, namesMunicipality: place.isNamed, ...readRest(place.rest) }
    if (!best || scoreMatch(match) > scoreMatch(best)) best = match
  }
  return best
}

function takeMunicipality(before: readonly string[], after: readonly string[], name: readonly string[]) {
  for (const [index, side] of [after, before].entries()) {
    const run = findRun(side, name, false)
    if (!run || run.edits > 0) continue
    const kept = [...side.slice(0, run.start), ...side.slice(run.start + run.length)]
    return { isNamed: true, rest: index === 0 ? [...before, ...kept] : [...kept, ...after] }
  }
  return { isNamed: false, rest: [...before, ...after] }
}

/** 1 for a text that names the street exactly and nothing else, less for every doubt. */
export function scoreMatch(match: StreetMatch): number {
  const doubt = match.edits * 0.1 + (match.isPartial ? 0.15 : 0) + match.leftover * 0.2
  return Math.max(0, 1 - doubt)
}

/** Whether every word of the text is accounted for, without a doubt about the street. */
export function isExact(match: StreetMatch): boolean {
  return match.edits === 0 && !match.isPartial && match.leftover === 0
}
