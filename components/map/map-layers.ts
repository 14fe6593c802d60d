import type { Service } from '@/lib/db/generated/enums'
import type { FilterSpecification, MapView } from './map-library'

/** What one can switch on and off, with the style's layers that make it up. */
export const LAYER_GROUPS = {
  network: ['links', 'devices'],
  service_points: ['service-points'],
  works: ['works', 'works-edges'],
  house_numbers: ['house-numbers'],
} as const

export type LayerGroup = keyof typeof LAYER_GROUPS

/** The layers that hold rows of every service; a plan for one service is drawn over its own network only. */
const OF_A_SERVICE = ['links', 'devices', 'service-points'] as const

export function showLayers(map: MapView, group: LayerGroup, shown: boolean): void {
  for (const layer of LAYER_GROUPS[group]) map.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none')
}

export function showService(map: MapView, service: Service): void {
  const filter: FilterSpecification = ['==', ['get', 'service'], service]
  for (const layer of OF_A_SERVICE) map.setFilter(layer, filter)
}
