import { expect, test } from 'vitest'
import { hectaresOf } from './area-size'

const square = (side: number) => [
  [0, 0],
  [side, 0],
  [side, side],
  [0, side],
  [0, 0],
]

test('a polygon is as large as on the ground, less its holes', () => {
  expect(hectaresOf([square(0.001)])).toBeCloseTo(1.236, 2)
  expect(hectaresOf([square(0.002), square(0.001)])).toBeCloseTo(3 * 1.236, 2)
  expect(hectaresOf([])).toBe(0)
})
