import type { LayerSpecification } from './map-library'
import type { Palette } from './palette'

/**
 * Names of places, rivers and streets, and house numbers. Later layers find their room first: a street's name matters more than a number.
 * Without a `glyphs` URL MapLibre draws letters with the reader's own fonts, so that nothing is fetched; Mapbox GL brings its own.
 */
export function labelLayers(palette: Palette, fonts: { regular: string[]; italic: string[] }): LayerSpecification[] {
  const paint = { 'text-color': palette.label, 'text-halo-color': palette.labelHalo, 'text-halo-width': 1.6 }
  return [
    {
      id: 'water-names',
      source: 'backdrop',
      'source-layer': 'water',
      type: 'symbol',
      minzoom: 12,
      filter: ['!=', ['get', 'name'], ''],
      layout: { 'text-field': ['get', 'name'], 'text-font': fonts.italic, 'text-size': 14, 'text-letter-spacing': 0.12 },
      paint: { 'text-color': palette.waterLabel, 'text-halo-color': palette.water, 'text-halo-width': 1.2 },
    },
    {
      id: 'place-names',
      source: 'backdrop',
      'source-layer': 'green',
      type: 'symbol',
      minzoom: 14.5,
      filter: ['!=', ['get', 'name'], ''],
      layout: { 'text-field': ['get', 'name'], 'text-font': fonts.italic, 'text-size': 12.5, 'text-max-width': 8 },
      paint: { ...paint, 'text-color': palette.greenLabel },
    },
    {
      id: 'house-numbers',
      source: 'addresses',
      'source-layer': 'addresses',
      type: 'symbol',
      minzoom: 16.5,
      layout: {
        'text-field': ['get', 'number'],
        'text-font': fonts.regular,
        'text-size': ['interpolate', ['linear'], ['zoom'], 16.5, 9, 19, 13],
      },
      paint: { ...paint, 'text-halo-width': 1.2 },
    },
    {
      id: 'street-names',
      source: 'backdrop',
      'source-layer': 'streets',
      type: 'symbol',
      minzoom: 14,
      filter: ['!=', ['get', 'name'], ''],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': fonts.regular,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 18, 15],
        'text-max-angle': 35,
        'symbol-sort-key': ['match', ['get', 'kind'], 'main', 0, 'residential', 1, 2],
      },
      paint,
    },
  ]
}
