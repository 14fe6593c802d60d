import type { FeatureCollection, Geometry } from 'geojson'
import { FEATURE_ROLES, type FeatureRole, ROLE_LOOKS } from './feature-roles'
import type { ExpressionSpecification, FilterSpecification, GeoJSONSource, LayerSpecification, MapView } from './map-library'
import { PALETTES, type Scheme } from './palette'
import { recolour } from './recolour'
import { addRoleImages, roleImage } from './role-images'

/** A geometry of a plan (EPSG:4326), and what it means there. */
export interface ShownFeature {
  role: FeatureRole
  geometry: Geometry
}

const DASHED = FEATURE_ROLES.filter((role) => ROLE_LOOKS[role].dashed)

function byRole(choose: (role: FeatureRole) => string): ExpressionSpecification {
  const [first, ...others] = FEATURE_ROLES
  return ['match', ['get', 'role'], ...others.flatMap((role) => [role, choose(role)]), choose(first)] as unknown as ExpressionSpecification
}

function roleLayers(source: string, scheme: Scheme): LayerSpecification[] {
  const colour = byRole((role) => ROLE_LOOKS[role].colour[scheme])
  const isDashed: ExpressionSpecification = ['in', ['get', 'role'], ['literal', DASHED]]
  const isPoint: FilterSpecification = ['==', ['geometry-type'], 'Point']
  const line = { source, type: 'line', layout: { 'line-cap': 'round', 'line-join': 'round' } } as const
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 12, 2.5, 16, 5, 19, 9]
  const wider: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 12, 4.5, 16, 8, 19, 13]
  return [
    {
      id: `${source}-areas`,
      source,
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour, 'fill-opacity': 0.16 },
    },
    { ...line, id: `${source}-edges`, filter: ['!', isPoint], paint: { 'line-color': PALETTES[scheme].labelHalo, 'line-width': wider } },
    {
      ...line,
      id: `${source}-lines`,
      filter: ['all', ['!', isPoint], ['!', isDashed]],
      paint: { 'line-color': colour, 'line-width': width },
    },
    {
      ...line,
      id: `${source}-dashes`,
      filter: ['all', ['!', isPoint], isDashed],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': width, 'line-dasharray': [1.6, 1] },
    },
    {
      id: `${source}-signs`,
      source,
      type: 'symbol',
      filter: isPoint,
      layout: {
        'icon-image': byRole((role) => roleImage(role, scheme)),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.3, 15, 0.55, 18, 1],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['match', ['get', 'role'], ['close', 'stuck', 'alternative'], 1, 0],
      },
    },
  ]
}

function toCollection(features: readonly ShownFeature[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: features.map(({ role, geometry }) => ({ type: 'Feature', properties: { role }, geometry })),
  }
}

/**
 * Shows features over the map by their roles, with the signs of RoleLegend; the features of an earlier call go. None takes them away.
 * Call it again with another `scheme` to repaint. Sets of features under different names are drawn independently.
 */
export function showFeatures(map: MapView, features: readonly ShownFeature[], scheme: Scheme, name = 'shown-features'): void {
  addRoleImages(map, scheme)
  const layers = roleLayers(name, scheme)
  const source = map.getSource<GeoJSONSource>(name)
  if (source) {
    source.setData(toCollection(features))
    recolour(map, { version: 8, sources: {}, layers })
    map.setLayoutProperty(
      `${name}-signs`,
      'icon-image',
      byRole((role) => roleImage(role, scheme)),
    )
    return
  }
  map.addSource(name, { type: 'geojson', data: toCollection(features) })
  for (const layer of layers) map.addLayer(layer)
}
