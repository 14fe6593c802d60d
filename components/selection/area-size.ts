import type { Position } from 'geojson'

/** Metres of a degree of latitude. */
const DEGREE = 111_195

/** The size of a polygon of a town's extent in hectares, to about a percent: enough to tell a house from a quarter. */
export function hectaresOf(rings: readonly Position[][]): number {
  const latitude = rings[0]?.[0]?.[1] ?? 0
  const width = DEGREE * Math.cos((latitude * Math.PI) / 180)
  const [outer = 0, ...holes] = rings.map((ring) => Math.abs(doubled(ring)) / 2)
  return ((outer - holes.reduce((sum, hole) => sum + hole, 0)) * width * DEGREE) / 10_000
}

/** Twice the signed area by the shoelace formula, in square degrees. */
function doubled(ring: readonly Position[]): number {
  const [west = 0, south = 0] = ring[0] ?? []
  return ring.reduce((sum, [x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? []
    return sum + (x1 - west) * (y2 - south) - (x2 - west) * (y1 - south)
  }, 0)
}
