import type { Point } from '../plane/point'
import type { Building } from './building'
import type { Street } from './street'

/** A door with its number. */
export interface Address {
  id: number
  street: Street
  number: number
  /** '' for most; 'A', 'B' or 'bis' for a door that came later. */
  suffix: string
  postcode: string
  building: Building
  /** Metres along the street. */
  at: number
  /** The place of the door, on the town's plane. */
  point: Point
  /** Dwellings behind one meter; 1 where each has its own. */
  units: number
}

/** "Via Roma 12/A", "Via Roma 30 bis" */
export function addressLabel({ street, number, suffix }: Address): string {
  if (suffix === '') return `${street.label} ${number}`
  return `${street.label} ${number}${suffix.length > 1 ? ' ' : '/'}${suffix}`
}
