import type { Polygon, Position } from 'geojson'

/** Corners of a circle: its edge is off by less than 0.2 % of the radius. */
const CIRCLE_CORNERS = 64

/** Seven decimals of a degree are a centimetre. */
const PRECISION = 1e7

export function roundPosition([longitude = 0, latitude = 0]: Position): Position {
  return [Math.round(longitude * PRECISION) / PRECISION, Math.round(latitude * PRECISION) / PRECISION]
}

function closed(corners: readonly Position[]): Polygon {
  const ring = corners.map(roundPosition)
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }
}

/** The polygon with these corners; null where they are fewer than three. */
export function polygonOf(corners: readonly Position[]): Polygon | null {
  return corners.length < 3 ? null : closed(corners)
}

/** The rectangle between two opposite corners; null where it has no width or height. */
export function rectangleOf([west = 0, south = 0]: Position, [east = 0, north = 0]: Position): Polygon | null {
  if (west === east || south === north) return null
  return closed([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ])
}

/** The circle around `centre` through `edge`, round on the ground; null where it has no radius. */
export function circleOf([longitude = 0, latitude = 0]: Position, [eastern = 0, northern = 0]: Position): Polygon | null {
  const squeeze = Math.cos((latitude * Math.PI) / 180)
  const radius = Math.hypot((eastern - longitude) * squeeze, northern - latitude)
  if (radius === 0) return null
  const corners = Array.from({ length: CIRCLE_CORNERS }, (_, index) => {
    const angle = (index / CIRCLE_CORNERS) * 2 * Math.PI
    return [longitude + (radius * Math.cos(angle)) / squeeze, latitude + radius * Math.sin(angle)]
  })
  return closed(corners)
}
