import type { MapView, StyleSpecification } from './map-library'

/** Paints the map's layers as `style` says. Layers of others (a drawing) stay, which `setStyle` would take away. */
export function recolour(map: MapView, style: StyleSpecification): void {
  for (const layer of style.layers) {
    if (!map.getLayer(layer.id)) continue
    for (const [property, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, property as Parameters<MapView['setPaintProperty']>[1], value)
    }
  }
}
