import { stationAt } from '../plane/line'
import { createRandom, type Random } from '../random'
import type { Address } from './address'
import { type Building, beside, type Side } from './building'
import { buildingStyles } from './building-style'
import type { Street } from './street'

const POSTCODE = '15049'
/** A number is kept free for each so many metres without a house. */
const FREE_FRONT = 26
/** Metres from the front to the door's point, inside the house. */
const INSIDE = 2

interface Door {
  building: Building
  at: number
}

/** Two doors for some wide houses that share their walls; one for all others. */
function doorsOf(building: Building, random: Random): Door[] {
  const { from, to, units, quarter } = building
  const isTwin = units === 1 && (quarter.style === 'old' || quarter.style === 'terrace') && to - from > 12.5 && random.chance(0.55)
  const shares = isTwin ? [0.25, 0.75] : [0.5]
  return shares.map((share) => ({ building, at: from + (to - from) * share }))
}

/** The suffix of a door that came after its neighbour had its number; '' for a number of its own. */
function suffixAfter(previous: string, random: Random): string {
  if (previous === '' && random.chance(0.012)) return 'bis'
  if (previous === '' && random.chance(0.055)) return 'A'
  return previous === 'A' && random.chance(0.3) ? 'B' : ''
}

/** Odd numbers on the left, even ones on the right, rising along the street. */
function numberSide(street: Street, side: Side, doors: Door[], random: Random): Omit<Address, 'id'>[] {
  let number = side === 'left' ? -1 : 0
  let suffix = ''
  let last = 0
  return doors.map(({ building, at }, index) => {
    suffix = index === 0 ? '' : suffixAfter(suffix, random)
    if (suffix === '') number += 2 + 2 * Math.floor(Math.max(0, at - last - FREE_FRONT) / FREE_FRONT)
    last = at
    const { point, heading } = stationAt(street.way.line, at)
    const inward = street.way.halfWidth + buildingStyles[building.quarter.style].setback + INSIDE
    return { street, number, suffix, postcode: POSTCODE, building, at, point: beside(point, heading, side, inward), units: building.units }
  })
}

/** The address of every door, street by street. */
export function numberHouses(streets: readonly Street[], buildings: readonly Building[]): Address[] {
  const random = createRandom('house numbers')
  const sides: Side[] = ['left', 'right']
  return streets
    .flatMap((street) => {
      const own = buildings.filter((building) => building.way === street.way)
      return sides.flatMap((side) => {
        const doors = own.filter((building) => building.side === side).flatMap((building) => doorsOf(building, random))
        return numberSide(street, side, doors, random)
      })
    })
    .map((address, index) => ({ id: index + 1, ...address }))
}
