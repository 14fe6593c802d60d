import type { MultiPolygon, Position } from 'geojson'
import type { GeoJSONSource, MapLibrary, MapView } from './map-library'
import { PALETTES, type Scheme } from './palette'

const SOURCE = 'shown-area'
const EDGE = 'shown-area-edge'

/** Shows `area` on the map with the look of works, or takes it away. */
export function showArea(map: MapView, area: MultiPolygon | null, scheme: Scheme): void {
  const data = { type: 'FeatureCollection' as const, features: area ? [{ type: 'Feature' as const, geometry: area, properties: {} }] : [] }
  const colour = PALETTES[scheme].works
  const shown = map.getSource<GeoJSONSource>(SOURCE)
  if (shown) {
    shown.setData(data)
    map.setPaintProperty(SOURCE, 'fill-color', colour)
    map.setPaintProperty(EDGE, 'line-color', colour)
    return
  }
  map.addSource(SOURCE, { type: 'geojson', data })
  map.addLayer({ id: SOURCE, source: SOURCE, type: 'fill', paint: { 'fill-color': colour, 'fill-opacity': 0.22 } })
  map.addLayer({ id: EDGE, source: SOURCE, type: 'line', paint: { 'line-color': colour, 'line-width': 3 } })
}

/** Puts a pin on the map. Returns what takes it away. */
export function showPoint(map: MapView, library: MapLibrary, point: Position, scheme: Scheme): () => void {
  const [longitude = 0, latitude = 0] = point
  const marker = new library.Marker({ color: PALETTES[scheme].drawing }).setLngLat([longitude, latitude]).addTo(map)
  return () => {
    marker.remove()
  }
}

/** Puts a pin on the map for each place, in the colour of water and named for the pointer. Returns what takes them away. */
export function showMarks(
  map: MapView,
  library: MapLibrary,
  marks: ReadonlyArray<{ at: [number, number]; label: string }>,
  scheme: Scheme,
): () => void {
  const pins = marks.map(({ at, label }) => {
    const pin = new library.Marker({ color: PALETTES[scheme].services.water }).setLngLat(at).addTo(map)
    pin.getElement().title = label
    return pin
  })
  return () => {
    for (const pin of pins) pin.remove()
  }
}
