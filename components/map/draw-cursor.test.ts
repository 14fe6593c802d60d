import { expect, test } from 'vitest'
import { setCorner, shapeSoFar, withPolygon } from './draw-cursor'

const CORNERS = [
  [8, 45],
  [8.1, 45],
  [8.1, 45.1],
]

test('a polygon grows by corners, and is whole when the cursor is back at the first', () => {
  expect(setCorner('polygon', CORNERS.slice(0, 2), [8.1, 45.1], false)).toEqual({ corners: CORNERS, shape: null })
  const whole = setCorner('polygon', CORNERS, [8, 45], true)
  expect(whole.corners).toEqual([])
  expect(whole.shape?.coordinates[0]).toHaveLength(4)
})

test('two corners that come back make no polygon, and one place is one corner', () => {
  expect(setCorner('polygon', CORNERS.slice(0, 2), [8, 45], true).shape).toBeNull()
  expect(setCorner('polygon', CORNERS.slice(0, 1), [8, 45], false).corners).toHaveLength(1)
})

test('rectangle and circle are whole with their second corner, unless they have no size', () => {
  expect(setCorner('rectangle', [], [8, 45], false)).toEqual({ corners: [[8, 45]], shape: null })
  expect(setCorner('rectangle', [[8, 45]], [8.1, 45.1], false).shape).not.toBeNull()
  expect(setCorner('circle', [[8, 45]], [8.1, 45], false).shape?.coordinates[0]).toHaveLength(65)
  expect(setCorner('circle', [[8, 45]], [8, 45], false)).toEqual({ corners: [[8, 45]], shape: null })
})

test('while one draws, the cursor stands for the next corner', () => {
  expect(shapeSoFar('polygon', [], [8, 45])).toBeNull()
  expect(shapeSoFar('polygon', CORNERS.slice(0, 2), [8.1, 45.1])?.coordinates[0]).toHaveLength(4)
  const first = shapeSoFar('polygon', CORNERS.slice(0, 2), [8.1, 45.1])
  expect(first && withPolygon(withPolygon(null, first), first).coordinates).toHaveLength(2)
})
