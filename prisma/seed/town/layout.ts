import { countryLanes } from './country-lanes'
import { gridStreets } from './grid-streets'
import { mainRoads } from './main-roads'
import { oldTownStreets } from './old-town'
import { quarters } from './quarters'
import type { Way } from './way'
import { WayIndex } from './way-index'

/** How far, in metres, the drawn end of a road and of a lane may be from the street that it meets. */
const ROAD_REACH = 20
const LANE_REACH = 90

/** All streets of the town as lines: the main roads first, then what fills the ground between them. */
export function layStreets(): Way[] {
  const index = new WayIndex()
  const ways: Way[] = []
  const lay = (laid: Way[]) => {
    ways.push(...laid)
    for (const way of laid) index.add(way)
  }
  const snap = (way: Way, reach: number): Way => ({ ...way, line: index.snapped(way.line, reach) })
  for (const road of mainRoads) lay([snap(road, ROAD_REACH)])
  lay(oldTownStreets())
  for (const quarter of quarters) lay(gridStreets(quarter, index))
  for (const lane of countryLanes) lay([snap(lane, LANE_REACH)])
  return ways
}
