import { BoxIndex } from '../plane/box-index'
import { isConvex, isNearer, isWithin, type Polygon } from '../plane/polygon'
import { isBuildable } from './ground'
import type { Way } from './way'
import type { WayIndex } from './way-index'

/** Metres: more than the widest street with its setback, so that no street is overlooked. */
const REACH = 30

/** Decides where one may still build: on free ground, off every street, beside what stands. */
export class BuildingSite {
  readonly #built = new BoxIndex<Polygon>()
  readonly #streets: WayIndex

  constructor(streets: WayIndex) {
    this.#streets = streets
  }

  /** `clearance` is how many metres the building keeps from others; below 0 it may lean into them. */
  accepts(footprint: Polygon, own: Way, clearance: number): boolean {
    return (
      isConvex(footprint) &&
      footprint.every(isBuildable) &&
      this.#clearsStreets(footprint, own) &&
      this.#clearsBuildings(footprint, clearance)
    )
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

  #clearsBuildings(footprint: Polygon, clearance: number): boolean {
    for (const other of this.#built.near(footprint, Math.max(0, clearance))) if (isNearer(clearance, footprint, other)) return false
    return true
  }
}
