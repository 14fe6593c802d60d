import type { MultiPolygon, Position } from 'geojson'
import { roundPosition } from './draw-shapes'

/** A corner of an area by its places: which polygon, which ring, which corner. */
export interface CornerPlace {
  polygon: number
  ring: number
  corner: number
}

type Distance = (a: Position) => number

/** The corner nearest to somewhere, within `reach` of `distance`; null where none is so near. */
export function findCorner(area: MultiPolygon | null, distance: Distance, reach: number): CornerPlace | null {
  let nearest: CornerPlace | null = null
  let least = reach
  area?.coordinates.forEach((rings, polygon) => {
    rings.forEach((positions, ring) => {
      positions.slice(0, -1).forEach((position, corner) => {
        const away = distance(position)
        if (away > least) return
        least = away
        nearest = { polygon, ring, corner }
      })
    })
  })
  return nearest
}

function withRing(area: MultiPolygon, place: CornerPlace, change: (corners: Position[]) => Position[]): MultiPolygon {
  const coordinates = area.coordinates.map((rings, polygon) =>
    polygon !== place.polygon
      ? rings
      : rings.map((positions, ring) => {
          if (ring !== place.ring) return positions
          const corners = change(positions.slice(0, -1))
          return [...corners, ...corners.slice(0, 1)]
        }),
  )
  return { ...area, coordinates }
}

export function moveCorner(area: MultiPolygon, place: CornerPlace, to: Position): MultiPolygon {
  return withRing(area, place, (corners) => corners.map((corner, index) => (index === place.corner ? roundPosition(to) : corner)))
}

/** The area without one corner; a triangle keeps its three. */
export function removeCorner(area: MultiPolygon, place: CornerPlace): MultiPolygon {
  return withRing(area, place, (corners) => (corners.length <= 3 ? corners : corners.filter((_, index) => index !== place.corner)))
}

/** The area without one of its polygons; null where it was the last. */
export function removePolygon(area: MultiPolygon, polygon: number): MultiPolygon | null {
  const coordinates = area.coordinates.filter((_, index) => index !== polygon)
  return coordinates.length > 0 ? { ...area, coordinates } : null
}

export function movePolygon(area: MultiPolygon, polygon: number, [east = 0, north = 0]: Position): MultiPolygon {
  const shift = ([longitude = 0, latitude = 0]: Position) => roundPosition([longitude + east, latitude + north])
  return {
    ...area,
    coordinates: area.coordinates.map((rings, index) => (index === polygon ? rings.map((ring) => ring.map(shift)) : rings)),
  }
}

function isInRing([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false
  ring.forEach(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? []
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  })
  return inside
}

/** Which polygon of an area a place lies in, the topmost first; null where it lies in none. */
export function findPolygon(area: MultiPolygon | null, at: Position): number | null {
  const index = (area?.coordinates ?? []).findLastIndex(
    ([outer = [], ...holes]) => isInRing(at, outer) && !holes.some((hole) => isInRing(at, hole)),
  )
  return index === -1 ? null : index
}
