import { buildingLayers, groundLayers, railLayers } from './ground-layers'
import { labelLayers } from './label-layers'
import type { StyleSpecification } from './map-library'
import { boundaryLayers, networkLabelLayers, networkLayers, worksLayers } from './network-layers'
import { PALETTES, type Scheme } from './palette'
import { streetEdgeLayers, streetLayers } from './street-layers'

/** The tile layers of app/api/tiles with the zooms between which they are asked for; deeper, the last tile is enlarged. */
const SOURCES = {
  backdrop: { minzoom: 8, maxzoom: 16 },
  works: { minzoom: 8, maxzoom: 16 },
  addresses: { minzoom: 16, maxzoom: 16 },
  boundaries: { minzoom: 8, maxzoom: 16 },
  links: { minzoom: 13, maxzoom: 16 },
  devices: { minzoom: 14, maxzoom: 16 },
  'service-points': { minzoom: 8, maxzoom: 16 },
} as const

const PUBLIC_SOURCES = ['backdrop', 'works', 'addresses'] as const
const STAFF_SOURCES = [...PUBLIC_SOURCES, 'boundaries', 'links', 'devices', 'service-points'] as const

const SYSTEM_FONTS = { regular: ['ui-sans-serif', 'system-ui', 'Noto Sans', 'sans-serif'], italic: ['Noto Serif', 'Georgia', 'serif'] }
const MAPBOX_FONTS = { regular: ['DIN Pro Medium', 'Arial Unicode MS Regular'], italic: ['DIN Pro Italic', 'Arial Unicode MS Regular'] }
const MAPBOX_GLYPHS = 'mapbox://fonts/mapbox/{fontstack}/{range}.pbf'

export interface StyleOptions {
  scheme: Scheme
  /** Whether the tiles for staff may be asked for. */
  staff: boolean
  /** Whether Mapbox GL draws the map. */
  mapbox: boolean
  /** "https://example.org": workers need whole addresses. */
  origin: string
}

/** Our own map, drawn from our own tiles: nothing comes from anybody else. */
export function mapStyle({ scheme, staff, mapbox, origin }: StyleOptions): StyleSpecification {
  const palette = PALETTES[scheme]
  const fonts = mapbox ? MAPBOX_FONTS : SYSTEM_FONTS
  const source = (name: keyof typeof SOURCES) => {
    const tiles = [`${origin}/api/tiles/${name}/{z}/{x}/{y}.mvt`]
    return [name, { type: 'vector' as const, tiles, ...SOURCES[name] }] as const
  }
  return {
    version: 8,
    ...(mapbox && { glyphs: MAPBOX_GLYPHS }),
    sources: Object.fromEntries((staff ? STAFF_SOURCES : PUBLIC_SOURCES).map(source)),
    layers: [
      ...groundLayers(palette),
      ...streetEdgeLayers(palette),
      ...buildingLayers(palette),
      ...streetLayers(palette),
      ...railLayers(palette),
      ...(staff ? boundaryLayers(palette) : []),
      ...worksLayers(palette),
      ...(staff ? networkLayers(palette, fonts.regular) : []),
      ...labelLayers(palette, fonts),
      ...(staff ? networkLabelLayers(palette, fonts.regular) : []),
    ],
  }
}
