import { BoxIndex } from '../plane/box-index'
import { isConvex, isWithin, overlap, type Polygon } from '../plane/polygon'
import { isBuildable } from './ground'
import type { Way } from './way'
import type { WayIndex } from './way-index'

/** Metres: terraces share their walls, and bent ones lean into each other a little. */
const TOLERANCE = 0.4
/** Metres: more than the widest street with its setback, so that no street is overlooked. */
const REACH = 30

/** Decides where one may still build: on free ground, off every street, beside what stands. */
export class BuildingSite {
  readonly #built = new BoxIndex<Polygon>()
  readonly #streets: WayIndex

  constructor(streets: WayIndex) {
    this.#streets = streets
  }

  accepts(footprint: Polygon, own: Way): boolean {
    return isConvex(footprint) && footprint.every(isBuildable) && this.#clearsStreets(footprint, own) && this.#clearsBuildings(footprint)
  }

  build(footprint: Polygon): void {
    this.#built.add(footprint, footprint)
  }

  #clearsStreets(footprint: Polygon, own: Way): boolean {
    for (const { way, a, b } of this.#streets.near(footprint, REACH)) {
      const needed = way === own ? way.halfWidth - 0.5 : way.halfWidth + 0.3
      if (isWithin(needed, footprint, a, b)) return false
    }
    return true
  }

  #clearsBuildings(footprint: Polygon): boolean {
    for (const other of this.#built.near(footprint, 0)) if (overlap(footprint, other, TOLERANCE)) return false
    return true
  }
}
