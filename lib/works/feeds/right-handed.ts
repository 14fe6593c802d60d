import type { MultiPolygon, Position } from 'geojson'

/** Twice the area that a ring encloses in the plane of degrees, above zero where it goes round against the clock. */
function signedArea(ring: Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[index + 1] ?? ring[0] ?? []
    return sum + x * nextY - nextX * y
  }, 0)
}

const turn = (ring: Position[], isOuter: boolean) => (signedArea(ring) > 0 === isOuter ? ring : ring.toReversed())

/** The same area with its rings as RFC 7946 wants them (3.1.6): the outer one against the clock, holes with it. */
export function rightHanded({ coordinates, ...rest }: MultiPolygon): MultiPolygon {
  return { ...rest, coordinates: coordinates.map((rings) => rings.map((ring, index) => turn(ring, index === 0))) }
}
