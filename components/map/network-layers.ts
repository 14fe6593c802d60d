import type { ExpressionSpecification, LayerSpecification } from './map-library'
import type { Palette } from './palette'

function serviceColour(palette: Palette): ExpressionSpecification {
  const cases = Object.entries(palette.services).flat()
  return ['match', ['get', 'service'], ...cases, palette.point] as unknown as ExpressionSpecification
}

/** Areas of published works, for everyone. */
export function worksLayers(palette: Palette): LayerSpecification[] {
  const works = { source: 'works', 'source-layer': 'works' } as const
  return [
    { ...works, id: 'works', type: 'fill', paint: { 'fill-color': palette.works, 'fill-opacity': 0.16 } },
    {
      ...works,
      id: 'works-edges',
      type: 'line',
      paint: { 'line-color': palette.works, 'line-width': 2, 'line-dasharray': [3, 1.5] },
    },
  ]
}

/** Pipes and cables, the devices that cut them, and where supply is delivered: for staff. */
export function networkLayers(palette: Palette): LayerSpecification[] {
  const colour = serviceColour(palette)
  /** A meter for a whole building is larger than one for a dwelling. */
  const sized = (single: number, shared: number): ExpressionSpecification => ['case', ['==', ['get', 'kind'], 'shared'], shared, single]
  const radius = (far: number, near: number): ExpressionSpecification => ['interpolate', ['exponential', 1.5], ['zoom'], 14, far, 19, near]
  return [
    {
      id: 'links',
      source: 'links',
      'source-layer': 'links',
      type: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.7, 16, 1.8, 19, 4],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.4, 16, 0.9],
      },
    },
    {
      id: 'service-points',
      source: 'service-points',
      'source-layer': 'service-points',
      type: 'circle',
      paint: {
        'circle-color': colour,
        'circle-radius': ['interpolate', ['exponential', 1.5], ['zoom'], 15, sized(1.2, 2), 19, sized(5, 8)],
        'circle-stroke-color': palette.labelHalo,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 15, 0.3, 18, 1.2],
      },
    },
    {
      id: 'devices',
      source: 'devices',
      'source-layer': 'devices',
      type: 'circle',
      paint: {
        'circle-color': ['case', ['get', 'conducting'], palette.labelHalo, palette.works],
        'circle-radius': radius(1.5, 8),
        'circle-stroke-color': colour,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 14, 0.8, 18, 2.4],
      },
    },
  ]
}
