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
  const radius = (far: number, near: number): ExpressionSpecification => ['interpolate', ['exponential', 1.5], ['zoom'], 14, far, 19, near]
  return [
    {
      id: 'links',
      source: 'links',
      'source-layer': 'links',
      type: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': ['interpolate', ['linear'], ['zoom'], 13, 1, 18, 3.5], 'line-opacity': 0.85 },
    },
    {
      id: 'service-points',
      source: 'service-points',
      'source-layer': 'service-points',
      type: 'circle',
      paint: {
        'circle-color': colour,
        'circle-radius': ['case', ['==', ['get', 'kind'], 'shared'], 5, 3.2],
        'circle-stroke-color': palette.labelHalo,
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'devices',
      source: 'devices',
      'source-layer': 'devices',
      type: 'circle',
      paint: {
        'circle-color': ['case', ['get', 'conducting'], palette.labelHalo, palette.works],
        'circle-radius': radius(2.5, 8),
        'circle-stroke-color': colour,
        'circle-stroke-width': 2.2,
      },
    },
  ]
}
