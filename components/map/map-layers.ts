import type { Service } from '@/lib/db/generated/enums'
import type { ExpressionSpecification, FilterSpecification, MapView } from './map-library'

/** What a cell counts: all its service points, or those of one service. */
export const CELL_COUNTS = ['count', 'water', 'heat', 'power', 'gas'] as const
export const cellLayer = (counted: string) => `service-point-cells-${counted}`
export const cellCountLayer = (counted: string) => `service-point-counts-${counted}`
export const CELL_LAYERS = CELL_COUNTS.map(cellLayer)

/** What one can switch on and off, with the style's layers that make it up. */
export const LAYER_GROUPS = {
  works: ['works', 'works-edges'],
  links: ['links', 'link-codes'],
  devices: ['devices', 'devices-closed'],
  service_points: ['service-points', ...CELL_LAYERS, ...CELL_COUNTS.map(cellCountLayer)],
  boundaries: ['boundaries', 'boundary-names'],
  streets: ['street-edges', 'paths', 'streets', 'street-names'],
  buildings: ['buildings'],
  house_numbers: ['house-numbers'],
} as const

export type LayerGroup = keyof typeof LAYER_GROUPS

export const IS_SINGLE: ExpressionSpecification = ['!', ['has', 'count']]
export const IS_CLOSED: ExpressionSpecification = ['!', ['get', 'conducting']]

/** The layers that hold rows of every service, with what else they are narrowed to. */
const OF_A_SERVICE: Record<string, ExpressionSpecification | null> = {
  links: null,
  'link-codes': null,
  devices: null,
  'devices-closed': IS_CLOSED,
  'service-points': IS_SINGLE,
}

/** Cells that count something of `counted`, while that is what is shown; else none. */
export function cellFilter(counted: string, isShown: boolean): ExpressionSpecification {
  return isShown ? ['all', ['has', 'count'], ['has', counted]] : ['has', 'nothing of the kind']
}

export function showLayers(map: MapView, group: LayerGroup, shown: boolean): void {
  for (const layer of LAYER_GROUPS[group]) {
    if (map.getLayer(layer)) map.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none')
  }
}

/** Draws the network of one service only, as a plan for one wants it; null draws all. */
export function showService(map: MapView, service: Service | null): void {
  const ofService: ExpressionSpecification[] = service ? [['==', ['get', 'service'], service]] : []
  for (const [layer, narrowed] of Object.entries(OF_A_SERVICE)) {
    const filters = [...(narrowed ? [narrowed] : []), ...ofService]
    if (map.getLayer(layer)) map.setFilter(layer, filters.length > 0 ? (['all', ...filters] as FilterSpecification) : null)
  }
  for (const counted of CELL_COUNTS) {
    const filter = cellFilter(counted, counted === (service ?? 'count'))
    for (const layer of [cellLayer(counted), cellCountLayer(counted)]) if (map.getLayer(layer)) map.setFilter(layer, filter)
  }
}

/** Works of one service only, or of all: apart from the network, because works of another service matter to a plan. */
export function showWorksOf(map: MapView, service: Service | null): void {
  for (const layer of LAYER_GROUPS.works) map.setFilter(layer, service ? ['==', ['get', 'service'], service] : null)
}
