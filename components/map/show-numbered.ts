import type { MultiPolygon, Position } from 'geojson'
import type { NumberedArea } from './area-map'
import type { MapLibrary, MapView } from './map-library'
import type { Scheme } from './palette'
import { placeOfNumber } from './place-of-number'
import { showArea } from './show-area'

/** Everybody's works from the tiles: a list shows its own. */
const TILED_WORKS = ['works', 'works-edges']

const BADGE =
  'grid size-9 place-items-center rounded-full border-2 border-on-brand bg-brand font-sans text-base font-bold text-on-brand tabular-nums shadow-card'

function badge({ number, label, href }: NumberedArea): HTMLElement {
  const link = document.createElement('a')
  link.href = href
  link.className = BADGE
  link.textContent = String(number)
  link.title = `${number}: ${label}`
  link.setAttribute('aria-label', `${number}: ${label}`)
  return link
}

/** Shows the works of a list, and no others: their areas, each with its number as a link. Returns what takes the numbers away. */
export function showNumbered(map: MapView, library: MapLibrary, numbered: readonly NumberedArea[], scheme: Scheme): () => void {
  for (const layer of TILED_WORKS) if (map.getLayer(layer)) map.setLayoutProperty(layer, 'visibility', 'none')
  const coordinates: Position[][][] = numbered.flatMap(({ area }) => area?.coordinates ?? [])
  const all: MultiPolygon = { type: 'MultiPolygon', coordinates }
  showArea(map, all, scheme)
  const badges = numbered.flatMap((one) => {
    const place = one.area && placeOfNumber(one.area)
    return place ? [new library.Marker({ element: badge(one) }).setLngLat(place).addTo(map)] : []
  })
  return () => {
    for (const one of badges) one.remove()
  }
}
