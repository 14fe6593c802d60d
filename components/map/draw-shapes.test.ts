import { describe, expect, test } from 'vitest'
import { circleOf, polygonOf, rectangleOf } from './draw-shapes'

describe('shapes drawn by the keyboard', () => {
  test('a polygon needs three corners, and closes its ring', () => {
    const corners = [
      [8, 45],
      [8.1, 45],
      [8.1, 45.1],
    ]
    expect(polygonOf(corners.slice(0, 2))).toBeNull()
    expect(polygonOf(corners)?.coordinates).toEqual([[...corners, [8, 45]]])
  })

  test('a rectangle without height is none', () => {
    expect(rectangleOf([8, 45], [9, 45])).toBeNull()
    expect(rectangleOf([9, 46], [8, 45])?.coordinates[0]).toHaveLength(5)
  })

  test('a circle is round on the ground, not in degrees', () => {
    expect(circleOf([8, 45], [8, 45])).toBeNull()
    const ring = circleOf([8, 45], [8, 45.01])?.coordinates[0] ?? []
    const widths = ring.map(([longitude = 0, latitude = 0]) => Math.hypot((longitude - 8) * Math.cos(Math.PI / 4), latitude - 45))
    expect(ring).toHaveLength(65)
    for (const width of widths) expect(width).toBeCloseTo(0.01, 6)
    expect(Math.max(...ring.map(([longitude = 0]) => longitude)) - 8).toBeGreaterThan(0.014)
  })
})
