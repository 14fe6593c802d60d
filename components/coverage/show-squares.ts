import type { FeatureCollection, Polygon } from 'geojson'
import type { ExpressionSpecification, GeoJSONSource, MapView } from '@/components/map/map-library'
import { PALETTES, type Scheme } from '@/components/map/palette'
import type { CoverageSquare } from '@/lib/coverage/coverage'
import { SHADES } from './shades'

const SOURCE = 'coverage'
const EDGE = 'coverage-edge'
const NUMBER = 'coverage-number'

/** Of fewer accounts a percentage says nothing. */
const FEWEST = 5

/** Without a `glyphs` URL MapLibre draws letters with the reader's own fonts; Mapbox GL brings its own. */
const FONTS = { own: ['ui-sans-serif', 'system-ui', 'Noto Sans', 'sans-serif'], mapbox: ['DIN Pro Medium', 'Arial Unicode MS Regular'] }

function toFeatures(squares: readonly CoverageSquare[]): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: squares.map(({ box: [west, south, east, north], accounts, withAny }) => ({
      type: 'Feature',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
      properties: { share: withAny / accounts, label: accounts < FEWEST ? '' : String(Math.round((100 * withAny) / accounts)) },
    })),
  }
}

/** The colour of a share: the first shade that it is below. */
function fillColour(): ExpressionSpecification {
  const [lowest, ...others] = SHADES
  const steps = others.flatMap(({ colour }, index) => [SHADES[index]?.below ?? 1, colour])
  return ['step', ['get', 'share'], lowest.colour, ...steps] as ExpressionSpecification
}

/** Draws squares by their share, each with its number; again when the data or the reader's colours change. */
export function showSquares(
  map: MapView,
  squares: readonly CoverageSquare[],
  { scheme, isMapbox }: { scheme: Scheme; isMapbox: boolean },
): void {
  const { label, labelHalo } = PALETTES[scheme]
  const shown = map.getSource<GeoJSONSource>(SOURCE)
  if (shown) {
    shown.setData(toFeatures(squares))
    map.setPaintProperty(NUMBER, 'text-color', label)
    map.setPaintProperty(NUMBER, 'text-halo-color', labelHalo)
    return
  }
  map.addSource(SOURCE, { type: 'geojson', data: toFeatures(squares) })
  map.addLayer({ id: SOURCE, source: SOURCE, type: 'fill', paint: { 'fill-color': fillColour(), 'fill-opacity': 0.55 } })
  map.addLayer({ id: EDGE, source: SOURCE, type: 'line', paint: { 'line-color': label, 'line-width': 0.6, 'line-opacity': 0.6 } })
  map.addLayer({
    id: NUMBER,
    source: SOURCE,
    type: 'symbol',
    layout: { 'text-field': ['get', 'label'], 'text-font': isMapbox ? FONTS.mapbox : FONTS.own, 'text-size': 13, 'text-padding': 1 },
    paint: { 'text-color': label, 'text-halo-color': labelHalo, 'text-halo-width': 1.8 },
  })
}
