import { lengthOf, stationAt } from '../plane/line'
import type { Polygon } from '../plane/polygon'
import { createRandom, type Random } from '../random'
import { type Building, beside, type Side } from './building'
import { BuildingSite } from './building-site'
import { buildingStyles } from './building-style'
import { landmarks } from './landmarks'
import { quarterAt } from './quarter-at'
import type { Way } from './way'
import { WayIndex } from './way-index'

/** How far to walk on, in metres, where nothing can be built. */
const PACE = 4
/** Where a building's ground is looked at to know its quarter, in metres from the street's middle. */
const LOOK = 18

/** The four corners of a building whose front lies `front` metres from the street's middle. */
function footprintOf(way: Way, side: Side, span: readonly [number, number], front: number, depth: number): Polygon {
  const [from, to] = [stationAt(way.line, span[0]), stationAt(way.line, span[1])]
  return [
    beside(from.point, from.heading, side, front),
    beside(to.point, to.heading, side, front),
    beside(to.point, to.heading, side, front + depth),
    beside(from.point, from.heading, side, front + depth),
  ]
}

function buildSide(way: Way, side: Side, site: BuildingSite, random: Random): Building[] {
  const length = lengthOf(way.line)
  const buildings: Building[] = []
  let at = random.between(0, 3)
  while (at < length - 6) {
    const { point, heading } = stationAt(way.line, at + 5)
    const quarter = quarterAt(beside(point, heading, side, LOOK))
    const style = buildingStyles[quarter.style]
    const to = at + random.between(...style.front)
    const footprint = footprintOf(way, side, [at, to], way.halfWidth + style.setback, random.between(...style.depth))
    if (to > length || !site.accepts(footprint, way, style.clearance)) {
      at += PACE
      continue
    }
    site.build(footprint)
    const units = random.chance(style.shared) ? random.whole(...style.units) : 1
    buildings.push({ way, side, from: at, to, quarter, footprint, units })
    at = to + (random.chance(style.apart) ? random.between(...style.gap) : 0)
  }
  return buildings
}

/** Builds along both sides of every street, the main roads first, as towns grow. */
export function raiseBuildings(ways: readonly Way[]): Building[] {
  const streets = new WayIndex()
  for (const way of ways) streets.add(way)
  const site = new BuildingSite(streets)
  for (const landmark of landmarks) site.build(landmark.footprint)
  const random = createRandom('buildings')
  const built = ways.filter((way) => way.kind !== 'path')
  return built.flatMap((way) => [...buildSide(way, 'left', site, random), ...buildSide(way, 'right', site, random)])
}
