import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { joinArea } from './join-area'
import { readAreaText } from './read-area-text'

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [8, 45],
      [9, 45],
      [9, 46],
      [8, 46],
      [8, 45],
    ],
  ],
}

test('nothing drawn and nothing given is no area', () => {
  expect(joinArea([], null)).toBeNull()
})

test('what is drawn and what is given become one area', () => {
  const given = readAreaText(JSON.stringify({ type: 'Feature', geometry: square, properties: {} }))
  if (!('area' in given)) throw new Error('not read')
  expect(joinArea([square], given.area)?.coordinates).toEqual([square.coordinates, square.coordinates])
})

test.each([
  ['{"type": "Polygon", "coordinates": [[[8', 'area_not_geojson'],
  ['{"type": "Point", "coordinates": [8, 45]}', 'area_not_polygons'],
  ['{"type": "Polygon", "coordinates": [[[450, 8], [451, 8], [451, 9]]]}', 'area_bad_coordinates'],
])('text that is no area is told by the reason: %s', (text, reason) => {
  expect(readAreaText(text)).toMatchObject({ problem: { reason } })
})
