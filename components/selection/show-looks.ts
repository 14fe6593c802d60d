import type { MultiPolygon } from 'geojson'
import type { GeoJSONSource, LayerSpecification, MapView } from '@/components/map/map-library'
import { PALETTES, type Scheme } from '@/components/map/palette'
import { recolour } from '@/components/map/recolour'

/** How areas look that are not drawn here: of other parts, of files too fine to edit, named by streets and places, left out, pointed at. */
export const AREA_LOOKS = ['other', 'fixed', 'named', 'except', 'pointed'] as const
export type AreaLook = (typeof AREA_LOOKS)[number]

interface Look {
  fill: number
  width: number
  /** What tells it from the others where colours do not: null is a solid edge. */
  dash: [number, number] | null
  ink: (scheme: Scheme) => string
}

const drawing = (scheme: Scheme) => PALETTES[scheme].drawing
const label = (scheme: Scheme) => PALETTES[scheme].label

export const LOOKS: Record<AreaLook, Look> = {
  other: { fill: 0.06, width: 1.5, dash: [1, 3], ink: label },
  fixed: { fill: 0.2, width: 3, dash: null, ink: drawing },
  named: { fill: 0.16, width: 2, dash: [5, 1.5], ink: drawing },
  except: { fill: 0.12, width: 3, dash: [1, 1.2], ink: label },
  pointed: { fill: 0.3, width: 5, dash: null, ink: drawing },
}

function layersOf(look: AreaLook, scheme: Scheme): LayerSpecification[] {
  const { fill, width, dash, ink } = LOOKS[look]
  const source = `selection-${look}`
  const edge = { 'line-color': ink(scheme), 'line-width': width, ...(dash && { 'line-dasharray': dash }) }
  return [
    { id: source, source, type: 'fill', paint: { 'fill-color': ink(scheme), 'fill-opacity': fill } },
    { id: `${source}-edge`, source, type: 'line', paint: edge },
  ]
}

/** Shows areas in one of the looks; those of an earlier call go. */
export function showLook(map: MapView, look: AreaLook, areas: readonly MultiPolygon[], scheme: Scheme): void {
  const id = `selection-${look}`
  const features = areas.map((geometry) => ({ type: 'Feature' as const, properties: {}, geometry }))
  const data = { type: 'FeatureCollection' as const, features }
  const layers = layersOf(look, scheme)
  const source = map.getSource<GeoJSONSource>(id)
  if (source) {
    source.setData(data)
    recolour(map, { version: 8, sources: {}, layers })
    return
  }
  map.addSource(id, { type: 'geojson', data })
  for (const layer of layers) map.addLayer(layer)
}
