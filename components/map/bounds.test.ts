import { expect, test } from 'vitest'
import { boundsAround, boundsOf } from './bounds'

test('the box around nothing is none', () => {
  expect(boundsOf([])).toBeNull()
  expect(boundsAround(null, null)).toBeNull()
})

test('the box around an area and a point beside it holds both', () => {
  const area = {
    type: 'MultiPolygon' as const,
    coordinates: [
      [
        [
          [8, 45],
          [9, 45],
          [9, 46],
          [8, 45],
        ],
      ],
    ],
  }
  expect(boundsAround(area, [7.5, 45.5])).toEqual([7.5, 45, 9, 46])
})
