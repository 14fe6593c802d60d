import { describe, expect, it } from 'vitest'
import { MAX_POINTS, readPolygons } from './read-polygons'

const RING = [
  [8, 45],
  [8.1, 45],
  [8.1, 45.1],
  [8, 45],
]

function reasonOf(input: unknown): string {
  try {
    readPolygons(input, 'area')
    return 'none'
  } catch (error) {
    return (error as { detail: { reason: string } }).detail.reason
  }
}

describe('readPolygons', () => {
  it.each([
    ['nothing', null, 'area_not_geojson'],
    ['a text', 'POLYGON((0 0))', 'area_not_geojson'],
    ['no coordinates', { type: 'Polygon' }, 'area_empty'],
    ['an empty polygon', { type: 'Polygon', coordinates: [] }, 'area_empty'],
    ['an empty collection', { type: 'FeatureCollection', features: [] }, 'area_empty'],
    ['a line', { type: 'LineString', coordinates: RING }, 'area_not_polygons'],
    ['a feature without a shape', { type: 'Feature', geometry: null }, 'area_not_geojson'],
    ['two corners', { type: 'Polygon', coordinates: [RING.slice(0, 2)] }, 'area_too_few_points'],
    ['text for a coordinate', { type: 'Polygon', coordinates: [[['8', 45]]] }, 'area_bad_coordinates'],
    ['metres for degrees', { type: 'Polygon', coordinates: [RING.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5])] }, 'area_bad_coordinates'],
    ['not a number', { type: 'Polygon', coordinates: [[[Number.NaN, 45]]] }, 'area_bad_coordinates'],
    ['too many corners', { type: 'Polygon', coordinates: [Array.from({ length: MAX_POINTS + 1 }, () => [8, 45])] }, 'area_too_many_points'],
  ])('refuses %s', (_what, input, reason) => {
    expect(reasonOf(input)).toBe(reason)
  })

  it('takes polygons out of features and collections, closes open rings and drops heights', () => {
    const open = RING.slice(0, 3).map(([x = 0, y = 0]) => [x, y, 120])
    const feature = { type: 'Feature', geometry: { type: 'Polygon', coordinates: [open] } }
    const collection = {
      type: 'FeatureCollection',
      features: [feature, { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [[RING]] } }],
    }
    expect(readPolygons(collection, 'area').coordinates).toEqual([[RING], [RING]])
  })
})
