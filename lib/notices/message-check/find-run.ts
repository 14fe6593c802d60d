import { type Edge, followLoop, type WordingGraph } from './wording-graph'

/** A stretch of words, from the first to before `to`. */
export interface Run {
  from: number
  to: number
}

/** Where one may be after some words, and with which of them the longest stretch that leads there begins. */
type Reached = Map<number, number>

/** Remembers the longer stretch; whether it is one. */
function reach(reached: Reached, place: number, start: number): boolean {
  if ((reached.get(place) ?? Number.POSITIVE_INFINITY) <= start) return false
  reached.set(place, start)
  return true
}

/** Adds the places that can be gone to without a word. */
function addSkips({ skips }: WordingGraph, reached: Reached): void {
  const open = [...reached.keys()]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const start = reached.get(place) ?? 0
    open.push(...(skips[place] ?? []).filter((next) => reach(reached, next, start)))
  }
}

/** The edges of a word; at the ends of a text it may be the rest of a longer one. */
function edgesOf({ edges }: WordingGraph, word: string, isFirst: boolean, isLast: boolean): Edge[] {
  if (!isFirst && !isLast) return edges.get(word) ?? []
  const fits = (known: string) => known === word || (isFirst && known.endsWith(word)) || (isLast && known.startsWith(word))
  return [...edges].flatMap(([known, found]) => (fits(known) ? found : []))
}

/**
 * The longest stretch of words that a wording can be read as from anywhere to anywhere: a text that was cut at either end, also within a word, is still
 * one. Words of the reader's own places count like any other. One pass over the words, whatever they are.
 */
export function findRun(graph: WordingGraph, words: readonly string[]): Run {
  let best: Run = { from: 0, to: 0 }
  let before: Reached = new Map()
  for (const [index, word] of words.entries()) {
    const reached: Reached = new Map()
    for (const { from, to } of edgesOf(graph, word, index === 0, index === words.length - 1)) reach(reached, to, before.get(from) ?? index)
    for (const loop of graph.loops) {
      const to = followLoop(graph, loop, word)
      if (to !== null) reach(reached, to, before.get(loop.at) ?? index)
    }
    addSkips(graph, reached)
    const from = Math.min(...reached.values())
    if (index + 1 - from > best.to - best.from) best = { from, to: index + 1 }
    before = reached
  }
  return best
}
