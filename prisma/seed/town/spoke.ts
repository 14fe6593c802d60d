import type { Line } from '../plane/line'
import type { Point } from '../plane/point'
import type { Random } from '../random'
import { inOldTown } from './walls'
import type { StreetName } from './way'

/** A street of the old town that leads from the walls towards the piazza. */
export interface Spoke {
  degrees: number
  /** How far it strays from straight, in degrees. */
  sway: number
  /** Of the streets to the gates. */
  name?: StreetName
}

/** The eight streets from the gates to the piazza; each gate has its road in main-roads.ts. */
const GATES: Spoke[] = [
  { degrees: -3, sway: 4, name: { type: 'Via', name: 'Camillo Cavour' } },
  { degrees: 42, sway: -7, name: { type: 'Via', name: 'San Lorenzo' } },
  { degrees: 88, sway: 6, name: { type: 'Via', name: 'Roma' } },
  { degrees: 140, sway: 7, name: { type: 'Via', name: 'Dante Alighieri' } },
  { degrees: 181, sway: -6, name: { type: 'Via', name: 'Giuseppe Garibaldi' } },
  { degrees: 222, sway: 8, name: { type: 'Via', name: 'Giuseppe Mazzini' } },
  { degrees: 268, sway: -7, name: { type: 'Via', name: 'Porta Fiume' } },
  { degrees: 322, sway: 6, name: { type: 'Via', name: 'Santa Maria di Castello' } },
]

/** The gates' streets, and between each two a lane that does not reach the piazza. */
export function createSpokes(random: Random): Spoke[] {
  return GATES.flatMap((gate, index) => {
    const next = GATES[index + 1]?.degrees ?? (GATES[0] as Spoke).degrees + 360
    return [gate, { degrees: (gate.degrees + next) / 2 + random.between(-5, 5), sway: random.between(-6, 6) }]
  })
}

export const isGate = ({ name }: Spoke): boolean => name !== undefined

/** A place on a spoke: `share` 0 on the piazza, 1 on the walls. Its sway begins and ends at nothing. */
export function placeOn({ degrees, sway }: Spoke, share: number): Point {
  return inOldTown(degrees + sway * (Math.sin(share * Math.PI) + 0.6 * Math.sin(share * 2 * Math.PI)), share)
}

/** The spoke from `from` out to the walls. */
export function spokeLine(spoke: Spoke, from: number): Line {
  return Array.from({ length: 17 }, (_, step) => placeOn(spoke, from + ((1 - from) * step) / 16))
}
