import { expect, test } from 'vitest'
import { placeOfNumber } from './place-of-number'

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

test('the number stands in the middle of the largest piece', () => {
  expect(placeOfNumber({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(10, 10, 4)]] })).toEqual([12, 12])
})

test('where the middle lies outside, the number stands at a corner', () => {
  const bent = [
    [0, 0],
    [10, 0],
    [10, 1],
    [1, 1],
    [1, 10],
    [0, 10],
    [0, 0],
  ]
  expect(placeOfNumber({ type: 'MultiPolygon', coordinates: [[bent]] })).toEqual([1, 1])
})

test('no area has no place', () => {
  expect(placeOfNumber({ type: 'MultiPolygon', coordinates: [] })).toBeNull()
})
