import type { MultiPolygon, Polygon, Position } from 'geojson'
import { circleOf, polygonOf, rectangleOf } from './draw-shapes'

export const CURSOR_SHAPES = ['polygon', 'rectangle', 'circle'] as const
export type CursorShape = (typeof CURSOR_SHAPES)[number]

/** What Enter leads to: one corner more, or a whole shape. */
export interface CornerSet {
  corners: Position[]
  shape: Polygon | null
}

/** The shape that corners make together with the place where the cursor is: what is shown while one draws. */
export function shapeSoFar(shape: CursorShape, corners: readonly Position[], at: Position): Polygon | null {
  const [first] = corners
  if (!first) return null
  if (shape === 'rectangle') return rectangleOf(first, at)
  if (shape === 'circle') return circleOf(first, at)
  return polygonOf([...corners, at])
}

/** Sets a corner at the cursor. A polygon is whole when the cursor is back at its first corner, the others with their second. */
export function setCorner(shape: CursorShape, corners: readonly Position[], at: Position, isBack: boolean): CornerSet {
  const whole = shape === 'polygon' ? (isBack ? polygonOf(corners) : null) : corners.length === 1 ? shapeSoFar(shape, corners, at) : null
  if (whole) return { corners: [], shape: whole }
  const isSame = corners.at(-1)?.every((value, axis) => value === at[axis])
  return { corners: isSame ? [...corners] : [...corners, at], shape: null }
}

/** An area with one polygon more. */
export function withPolygon(area: MultiPolygon | null, { coordinates }: Polygon): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: [...(area?.coordinates ?? []), coordinates] }
}
