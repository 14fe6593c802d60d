import type { Point } from './point'

/** The piazza of Roccafiume: a place in the plain that holds nothing else of this name. */
const ORIGIN = { longitude: 8.72, latitude: 45.05 }
const METRES_PER_DEGREE = 111_195
const METRES_PER_DEGREE_EAST = METRES_PER_DEGREE * Math.cos((ORIGIN.latitude * Math.PI) / 180)

/** Longitude and latitude (EPSG:4326, 7 digits: about a centimetre) of a place on the town's plane. */
export function project([x, y]: Point): Point {
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
  return [round(ORIGIN.longitude + x / METRES_PER_DEGREE_EAST), round(ORIGIN.latitude + y / METRES_PER_DEGREE)]
}
