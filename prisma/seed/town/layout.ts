import { countryLanes } from './country-lanes'
import { gridStreets } from './grid-streets'
import { mainRoads } from './main-roads'
import { oldTownStreets } from './old-town'
import { quarters } from './quarters'
import type { Way } from './way'
import { WayIndex } from './way-index'

/** All streets of the town as lines: the main roads first, then what fills the ground between them. */
export function layStreets(): Way[] {
  const index = new WayIndex()
  const ways: Way[] = []
  const lay = (laid: Way[]) => {
    ways.push(...laid)
    for (const way of laid) index.add(way)
  }
  lay(mainRoads)
  lay(oldTownStreets())
  lay(countryLanes)
  for (const quarter of quarters) lay(gridStreets(quarter, index))
  return ways
}
