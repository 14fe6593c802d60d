import { SLOTS } from '../texts/render-short'
import { readTokens, WORKS_LINK } from './read-tokens'
import type { NoticeWording } from './wording'

/** A word that leads from one place to the next. */
export interface Edge {
  from: number
  to: number
}

/** Where a word of an address leads from a place, and where a house number does; null where none may follow. */
export interface PlaceLoop {
  at: number
  word: number
  number: number | null
}

/** All texts that a wording may become, word by word. */
export interface WordingGraph {
  edges: Map<string, Edge[]>
  /** Places that one may go on to without a word. */
  skips: number[][]
  /** Where the reader's own places stand: any number of words that can be part of an address, but never two numbers after each other. */
  loops: PlaceLoop[]
  /** Words of streets and municipalities, and what may stand between them. */
  names: ReadonlySet<string>
  fillers: ReadonlySet<string>
}

/** "12", "12/a", "7-б". A telephone number is longer, or is several numbers. */
const NUMBER = /^\d{1,5}(?:\p{L}{1,2}|(?:[-/](?:\p{L}{1,3}|\d{1,2})){1,2})?$/u
const SUFFIX = /^(?:\p{L}|bis|ter|quater|quinquies|sexies)$/u

/** Where a word leads among places; null where it is no part of an address. */
export function followLoop({ names, fillers }: WordingGraph, loop: PlaceLoop, word: string): number | null {
  if (/^\d/.test(word)) return NUMBER.test(word) ? loop.number : null
  return names.has(word) || fillers.has(word) || SUFFIX.test(word) ? loop.word : null
}

const SLOT = new RegExp(`([${SLOTS.when}${SLOTS.where}${SLOTS.end}])`)

/** Builds the graph of a wording; `names` are the words of the streets and municipalities that may stand in it. Pure. */
export function buildGraph({ pieces, whens, ends, placeWords }: NoticeWording, names: ReadonlySet<string>, ownHost: string): WordingGraph {
  const wordsOf = (text: string) => readTokens(text, ownHost).map(({ word }) => word)
  const graph: WordingGraph = {
    edges: new Map(),
    skips: [],
    loops: [],
    names,
    fillers: new Set(placeWords.flatMap(wordsOf)),
  }
  const addNode = () => graph.skips.push([]) - 1
  const addSkip = (from: number, to: number) => graph.skips[from]?.push(to)

  function addPhrase(start: number, text: string): number {
    let from = start
    for (const word of wordsOf(text)) {
      const to = addNode()
      graph.edges.set(word, [...(graph.edges.get(word) ?? []), { from, to }])
      // Phones cut links, and people leave them out.
      if (word.startsWith(WORKS_LINK)) addSkip(from, to)
      from = to
    }
    return from
  }

  /** One or more of these phrases. */
  function addChoice(from: number, phrases: readonly string[]): number {
    const [first, last] = [addNode(), addNode()]
    addSkip(from, first)
    for (const phrase of new Set(phrases)) addSkip(addPhrase(first, phrase), last)
    addSkip(last, first)
    return last
  }

  function addPlaces(from: number): number {
    const [place, numbered, last] = [addNode(), addNode(), addNode()]
    graph.loops.push({ at: place, word: place, number: numbered }, { at: numbered, word: place, number: null })
    addSkip(from, place)
    addSkip(place, last)
    addSkip(numbered, last)
    return last
  }

  function addText(from: number, text: string): number {
    return text.split(SLOT).reduce((at, part) => {
      if (part === SLOTS.when) return addChoice(at, whens)
      if (part === SLOTS.end) return addChoice(at, ends)
      return part === SLOTS.where ? addPlaces(at) : addPhrase(at, part)
    }, from)
  }

  let at = addNode()
  for (const { text, isOptional } of pieces) {
    const end = addText(at, text)
    if (isOptional) addSkip(at, end)
    at = end
  }
  return graph
}
