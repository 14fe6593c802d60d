import { firstOf, lastOf, lengthOf, stationAt } from '../plane/line'
import { distance } from '../plane/point'
import { quarterAt } from './quarter-at'
import { streetNames } from './street-names'
import type { Way } from './way'

/** A street with its name. `way` is its line. */
export interface Street {
  id: number
  type: string
  name: string
  /** "Via Giuseppe Garibaldi" */
  label: string
  way: Way
}

/** Streets are numbered from the end nearer to the piazza. */
function outward(way: Way): Way {
  const isInward = distance(firstOf(way.line), [0, 0]) > distance(lastOf(way.line), [0, 0])
  return isInward ? { ...way, line: way.line.toReversed() } : way
}

/** Gives every street a name: its own, or the next of its quarter's theme. Throws when a theme has too few. */
export function nameStreets(ways: readonly Way[]): Street[] {
  const queues = new Map(Object.entries(streetNames).map(([theme, names]) => [theme, [...names]]))
  function nextName(way: Way): { type: string; name: string } {
    const { theme, name: quarter } = quarterAt(stationAt(way.line, lengthOf(way.line) / 2).point)
    const [type, ...words] = queues.get(theme)?.shift()?.split(' ') ?? []
    if (!type) throw new Error(`The streets of ${quarter} need more names than '${theme}' has.`)
    return { type, name: words.join(' ') }
  }
  return ways.map((way, index) => {
    const { type, name } = way.name ?? nextName(way)
    return { id: index + 1, type, name, label: `${type} ${name}`, way: outward(way) }
  })
}
