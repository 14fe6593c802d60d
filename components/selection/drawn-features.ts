import type { MultiPolygon, Position } from 'geojson'
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw'
import { finishedPolygons } from '@/components/map/create-drawing'
import { roundPosition } from '@/components/map/draw-shapes'

type Polygons = Position[][][]

/** A shape with more corners than this came from a file, and would be slow to drag by them. */
const MOST_CORNERS = 400

function toFeature(id: string | number, [ring = []]: Position[][]): GeoJSONStoreFeatures {
  return { id, type: 'Feature', properties: { mode: 'polygon' }, geometry: { type: 'Polygon', coordinates: [ring.map(roundPosition)] } }
}

/** Gives Terra Draw the polygons that it can edit; returns the others: those with holes, with very many corners, or that it refuses. */
export function giveToDrawing(draw: TerraDraw, area: MultiPolygon | null): Polygons {
  draw.clear()
  return (area?.coordinates ?? []).filter((rings) => {
    if (rings.length !== 1 || (rings[0]?.length ?? 0) > MOST_CORNERS) return true
    const [answer] = draw.addFeatures([toFeature(draw.getFeatureId(), rings)])
    return !answer?.valid
  })
}

/** What is drawn, and the polygons that cannot be edited, as one area. Null where there are none. */
export function areaOf(draw: TerraDraw, fixed: Polygons): MultiPolygon | null {
  const coordinates = [...finishedPolygons(draw).map((polygon) => polygon.coordinates), ...fixed]
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null
}
