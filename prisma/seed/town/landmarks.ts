import { add, type Point, rotate } from '../plane/point'
import type { Polygon } from '../plane/polygon'

/** A building that everybody knows: drawn on the map, without customers. */
export interface Landmark {
  kind: 'church' | 'public' | 'castle' | 'station'
  name: string
  footprint: Polygon
}

/** A rectangle around `centre`, its long side turned by `degrees` from the east. */
function block(centre: Point, length: number, width: number, degrees: number): Polygon {
  const [x, y] = [length / 2, width / 2]
  const corners: Point[] = [
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ]
  return corners.map((corner) => add(centre, rotate(corner, degrees)))
}

/** Built before anything else, so that the houses leave room for them. */
export const landmarks: Landmark[] = [
  { kind: 'church', name: 'Duomo di San Lorenzo', footprint: block([36, 54], 46, 20, 66) },
  { kind: 'public', name: 'Municipio', footprint: block([-34, -40], 34, 18, 0) },
  { kind: 'castle', name: 'Rocca', footprint: block([-346, -82], 36, 30, 12) },
  { kind: 'station', name: 'Stazione di Roccafiume', footprint: block([34, 778], 84, 13, 6.5) },
]
