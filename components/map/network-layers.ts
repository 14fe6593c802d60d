import type { Service } from '@/lib/db/generated/enums'
import { CELL_COUNTS, cellCountLayer, cellFilter, cellLayer, IS_CLOSED, IS_SINGLE } from './map-layers'
import type { ExpressionSpecification, LayerSpecification } from './map-library'
import type { Palette } from './palette'

/** Dashes in widths of the line: services differ in more than their colour. */
export const SERVICE_DASHES: Record<Service, readonly [number, number]> = {
  water: [1, 0],
  heat: [5, 1.2],
  power: [2.4, 1.4],
  gas: [1.2, 1.2],
}

function byService<Value>(choose: (service: Service) => Value, other: Value): ExpressionSpecification {
  const services = Object.keys(SERVICE_DASHES) as Service[]
  return [
    'match',
    ['get', 'service'],
    ...services.flatMap((service) => [service, choose(service)]),
    other,
  ] as unknown as ExpressionSpecification
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

/** Edges of municipalities, quarters and zones: for staff. */
export function boundaryLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'boundaries',
      source: 'boundaries',
      'source-layer': 'boundaries',
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.boundary,
        'line-width': ['match', ['get', 'kind'], 'municipality', 2.2, 1.4],
        'line-dasharray': ['match', ['get', 'kind'], 'municipality', ['literal', [6, 2, 1, 2]], ['literal', [1, 2]]],
      },
    },
  ]
}

/** A circle for what is in a cell, larger where there is more, with its number; one pair of layers for all services, one for each of them. */
function cellLayers(palette: Palette, fonts: string[]): LayerSpecification[] {
  return CELL_COUNTS.flatMap((counted): LayerSpecification[] => {
    const filter = cellFilter(counted, counted === 'count')
    const cells = { source: 'service-points', 'source-layer': 'service-points', filter } as const
    const count: ExpressionSpecification = ['coalesce', ['get', counted], 0]
    const colour = counted === 'count' ? palette.point : palette.services[counted]
    return [
      {
        ...cells,
        id: cellLayer(counted),
        type: 'circle',
        paint: {
          'circle-color': palette.labelHalo,
          'circle-opacity': 0.85,
          'circle-radius': ['interpolate', ['linear'], ['sqrt', count], 1, 6, 10, 11, 40, 14],
          'circle-stroke-color': colour,
          'circle-stroke-width': 2,
        },
      },
      {
        ...cells,
        id: cellCountLayer(counted),
        type: 'symbol',
        layout: {
          'text-field': ['case', ['>=', count, 1000], ['concat', ['to-string', ['round', ['/', count, 1000]]], 'k'], ['to-string', count]],
          'text-font': fonts,
          'text-size': 10.5,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: { 'text-color': palette.label },
      },
    ]
  })
}

/** Pipes and cables, the devices that cut them, and where supply is delivered: for staff. */
export function networkLayers(palette: Palette, fonts: string[]): LayerSpecification[] {
  const colour = byService((service) => palette.services[service], palette.point)
  const dashes = byService<ExpressionSpecification>((service) => ['literal', [...SERVICE_DASHES[service]]], ['literal', [1, 0]])
  /** A meter for a whole building is larger than one for a dwelling. */
  const sized = (single: number, shared: number): ExpressionSpecification => ['case', ['==', ['get', 'kind'], 'shared'], shared, single]
  const radius = (far: number, near: number): ExpressionSpecification => ['interpolate', ['exponential', 1.5], ['zoom'], 14, far, 19, near]
  return [
    {
      id: 'links',
      source: 'links',
      'source-layer': 'links',
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.9, 16, 2, 19, 4.5],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.5, 16, 0.95],
        'line-dasharray': dashes,
      },
    },
    {
      id: 'service-points',
      source: 'service-points',
      'source-layer': 'service-points',
      type: 'circle',
      filter: IS_SINGLE,
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
    ...cellLayers(palette, fonts),
    {
      id: 'devices-closed',
      source: 'devices',
      'source-layer': 'devices',
      type: 'symbol',
      minzoom: 15,
      filter: IS_CLOSED,
      layout: {
        'text-field': '×',
        'text-font': fonts,
        'text-size': ['interpolate', ['exponential', 1.5], ['zoom'], 15, 8, 19, 22],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.labelHalo },
    },
  ]
}

/** Codes along links, and names of boundaries: for staff. */
export function networkLabelLayers(palette: Palette, fonts: string[]): LayerSpecification[] {
  const paint = { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 1.6 }
  return [
    {
      id: 'boundary-names',
      source: 'boundaries',
      'source-layer': 'boundaries',
      type: 'symbol',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 400,
        'text-field': ['get', 'name'],
        'text-font': fonts,
        'text-size': 12,
        'text-offset': [0, 0.9],
      },
      paint: { ...paint, 'text-color': palette.boundary },
    },
    {
      id: 'link-codes',
      source: 'links',
      'source-layer': 'links',
      type: 'symbol',
      minzoom: 17,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['coalesce', ['get', 'code'], ''],
        'text-font': fonts,
        'text-size': 11,
        'text-offset': [0, -0.8],
      },
      paint,
    },
  ]
}
