import { expect, test } from 'vitest'
import { rightHanded } from './right-handed'

const outer = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
]
const hole = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 1],
  [1, 1],
]

test('outer rings go against the clock and holes with it, whichever way they went', () => {
  const right = { type: 'MultiPolygon' as const, coordinates: [[outer, hole]] }
  expect(rightHanded(right)).toEqual(right)
  expect(rightHanded({ type: 'MultiPolygon', coordinates: [[outer.toReversed(), hole.toReversed()]] })).toEqual(right)
})
