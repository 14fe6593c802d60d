import type { Map as MapLibreMap, Marker, NavigationControl, ScaleControl } from 'maplibre-gl'

export type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSource,
  LayerSpecification,
  MapGeoJSONFeature as RenderedFeature,
  MapMouseEvent as MapClick,
  StyleSpecification,
  VectorTileSource,
} from 'maplibre-gl'

/** A map on the page, whichever library draws it. */
export type MapView = MapLibreMap

/** What we use of either library; Mapbox GL and MapLibre still share it. */
export interface MapLibrary {
  Map: typeof MapLibreMap
  Marker: typeof Marker
  NavigationControl: typeof NavigationControl
  ScaleControl: typeof ScaleControl
}

/** bin/steps/generate.mjs puts it there: bundled, MapLibre does not find its worker. */
const WORKER = '/maplibre/maplibre-gl-worker.mjs'

async function loadMapLibre(): Promise<MapLibrary> {
  const [library] = await Promise.all([import('maplibre-gl'), import('maplibre-gl/dist/maplibre-gl.css')])
  library.setWorkerUrl(WORKER)
  return library
}

async function loadMapbox(token: string): Promise<MapLibrary> {
  const [{ default: library }] = await Promise.all([import('mapbox-gl'), import('mapbox-gl/dist/mapbox-gl.css')])
  library.accessToken = token
  return library as unknown as MapLibrary
}

/** Loads the library that draws maps here: Mapbox GL where the installation has a token, else MapLibre. Nothing is loaded before. */
export function loadMapLibrary(token: string | undefined): Promise<MapLibrary> {
  return token ? loadMapbox(token) : loadMapLibre()
}
