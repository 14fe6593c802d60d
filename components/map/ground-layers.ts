import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from './map-library'
import type { Palette } from './palette'

/** A source may hold several kinds of shape: fills take the surfaces, lines the rest. */
const SURFACES: FilterSpecification = ['==', ['geometry-type'], 'Polygon']
const LINES: FilterSpecification = ['==', ['geometry-type'], 'LineString']

const ground = { source: 'backdrop' } as const

function greenOf({ wood, field, green }: Palette): ExpressionSpecification {
  return ['match', ['get', 'kind'], 'wood', wood, ['orchard', 'vineyard', 'field'], field, green]
}

/** Land, green, water, railway and houses: what lies below the streets. */
export function groundLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'land', type: 'background', paint: { 'background-color': palette.land } },
    { ...ground, id: 'green', 'source-layer': 'green', type: 'fill', filter: SURFACES, paint: { 'fill-color': greenOf(palette) } },
    { ...ground, id: 'water', 'source-layer': 'water', type: 'fill', filter: SURFACES, paint: { 'fill-color': palette.water } },
    {
      ...ground,
      id: 'streams',
      'source-layer': 'water',
      type: 'line',
      filter: LINES,
      paint: { 'line-color': palette.water, 'line-width': ['interpolate', ['exponential', 1.8], ['zoom'], 12, 1, 18, 14] },
    },
  ]
}

/** Houses, drawn above streets' edges so that lanes stay narrow between them. */
export function buildingLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      ...ground,
      id: 'buildings',
      'source-layer': 'buildings',
      type: 'fill',
      paint: {
        'fill-color': ['match', ['get', 'kind'], ['church', 'castle', 'station', 'public'], palette.landmark, palette.building],
        'fill-outline-color': palette.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.5, 15.5, 1],
      },
    },
  ]
}

/** The railway: a dark line with light sleepers. */
export function railLayers(palette: Palette): LayerSpecification[] {
  const rail = { ...ground, 'source-layer': 'rail', type: 'line' } as const
  return [
    {
      ...rail,
      id: 'rail',
      paint: { 'line-color': palette.rail, 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 11, 1, 18, 7] },
    },
    {
      ...rail,
      id: 'rail-sleepers',
      minzoom: 13,
      paint: {
        'line-color': palette.land,
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 13, 0.8, 18, 4],
        'line-dasharray': [3, 3],
      },
    },
  ]
}
