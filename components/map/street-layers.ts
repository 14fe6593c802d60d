import type { ExpressionSpecification, LayerSpecification } from './map-library'
import type { Palette } from './palette'

/** Widths in pixels at zoom 12 and at zoom 19, by kind of street; between them they double with each zoom, as the ground does. */
const WIDTHS: Record<string, readonly [number, number]> = {
  main: [1.6, 84],
  residential: [0.7, 52],
  lane: [0.4, 30],
  path: [0.3, 10],
}
const OTHER = [0.6, 40] as const

function widthAt(end: 0 | 1, extra: number): ExpressionSpecification {
  const cases = Object.entries(WIDTHS).flatMap(([kind, widths]) => [kind, widths[end] + extra])
  return ['match', ['get', 'kind'], ...cases, OTHER[end] + extra] as unknown as ExpressionSpecification
}

function width(extra: number): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.85], ['zoom'], 12, widthAt(0, extra), 19, widthAt(1, extra * 2)]
}

const streets = {
  source: 'backdrop',
  'source-layer': 'streets',
  type: 'line',
  layout: { 'line-cap': 'round', 'line-join': 'round' },
} as const

const byKind = (main: string, other: string): ExpressionSpecification => ['match', ['get', 'kind'], 'main', main, other]

/** What streets stand out by from the ground; below the houses, so that lanes between them stay narrow. */
export function streetEdgeLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      ...streets,
      id: 'street-edges',
      minzoom: 13,
      filter: ['!=', ['get', 'kind'], 'path'],
      paint: { 'line-color': byKind(palette.mainStreetEdge, palette.streetEdge), 'line-width': width(1.6) },
    },
  ]
}

/** Streets, and footpaths as dashes. */
export function streetLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      ...streets,
      id: 'paths',
      minzoom: 14,
      filter: ['==', ['get', 'kind'], 'path'],
      paint: {
        'line-color': palette.path,
        'line-width': ['interpolate', ['linear'], ['zoom'], 14, 0.8, 18, 2.5],
        'line-dasharray': [2, 1.6],
      },
    },
    {
      ...streets,
      id: 'streets',
      filter: ['!=', ['get', 'kind'], 'path'],
      layout: { ...streets.layout, 'line-sort-key': ['match', ['get', 'kind'], 'main', 2, 'residential', 1, 0] },
      paint: { 'line-color': byKind(palette.mainStreet, palette.street), 'line-width': width(0) },
    },
  ]
}
