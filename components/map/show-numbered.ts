import type { NumberedArea } from './map-content'
import type { MapLibrary, MapView } from './map-library'
import { placeOfNumber } from './place-of-number'

/** Everybody's works from the tiles: a list shows its own. */
const TILED_WORKS = ['works', 'works-edges']

/** Pixels between the numbers of works on the same ground. */
const BESIDE = 38

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

/** Puts the number of each works of a list on its area, as a link, and takes away the works that are not of the list. Returns what takes the numbers away. */
export function showNumbered(map: MapView, library: MapLibrary, numbered: readonly NumberedArea[]): () => void {
  for (const layer of TILED_WORKS) if (map.getLayer(layer)) map.setLayoutProperty(layer, 'visibility', 'none')
  const taken = new Map<string, number>()
  const badges = numbered.flatMap((one) => {
    const place = one.area && placeOfNumber(one.area)
    if (!place) return []
    const beside = taken.get(String(place)) ?? 0
    taken.set(String(place), beside + 1)
    return [new library.Marker({ element: badge(one), offset: [beside * BESIDE, 0] }).setLngLat(place).addTo(map)]
  })
  return () => {
    for (const one of badges) one.remove()
  }
}
