import type { MultiPolygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { findCorner, findPolygon, moveCorner, movePolygon, removeCorner, removePolygon } from './draw-edit'

const square = (west: number, south: number): Position[] => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
  [west, south],
]
const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [[square(0, 0)], [square(5, 5)]] }
const from =
  (x: number, y: number) =>
  ([a = 0, b = 0]: Position) =>
    Math.hypot(a - x, b - y)

describe('an area edited by the keyboard', () => {
  test('the nearest corner within reach is found', () => {
    expect(findCorner(area, from(5.9, 5.1), 0.5)).toEqual({ polygon: 1, ring: 0, corner: 1 })
    expect(findCorner(area, from(3, 3), 0.5)).toBeNull()
    expect(findCorner(null, from(0, 0), 0.5)).toBeNull()
  })

  test('moving the first corner keeps the ring closed', () => {
    const ring = moveCorner(area, { polygon: 0, ring: 0, corner: 0 }, [-1, -1]).coordinates[0]?.[0]
    expect(ring?.[0]).toEqual([-1, -1])
    expect(ring?.at(-1)).toEqual([-1, -1])
  })

  test('corners go until three are left', () => {
    const place = { polygon: 0, ring: 0, corner: 0 }
    const triangle = removeCorner(area, place)
    expect(triangle.coordinates[0]?.[0]).toHaveLength(4)
    expect(removeCorner(triangle, place)).toEqual(triangle)
  })

  test('the place inside names its polygon, which can be moved and taken away', () => {
    expect(findPolygon(area, [5.5, 5.5])).toBe(1)
    expect(findPolygon(area, [3, 3])).toBeNull()
    expect(movePolygon(area, 1, [1, 0]).coordinates[1]?.[0]?.[0]).toEqual([6, 5])
    const one = removePolygon(area, 0)
    expect(one?.coordinates).toHaveLength(1)
    expect(one && removePolygon(one, 0)).toBeNull()
  })
})
