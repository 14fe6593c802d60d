import { describe, expect, test } from 'vitest'
import { distanceToPaths, pickFeature } from './pick-feature'

const pipe = {
  name: 'pipe',
  rank: 2,
  paths: [
    [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ],
  ],
}
const valve = { name: 'valve', rank: 0, paths: [[{ x: 50, y: 0 }]] }
const other = { name: 'other valve', rank: 0, paths: [[{ x: 58, y: 0 }]] }

describe('a click on the map', () => {
  test('reaches a line between its corners', () => {
    expect(distanceToPaths({ x: 30, y: 7 }, pipe.paths)).toBe(7)
    expect(distanceToPaths({ x: 103, y: 4 }, pipe.paths)).toBe(5)
  })

  test('means the valve, though the pipe below it is nearer', () => {
    expect(pickFeature({ x: 46, y: 1 }, [pipe, valve], 8)?.name).toBe('valve')
  })

  test('means the nearer of two valves', () => {
    expect(pickFeature({ x: 55, y: 0 }, [valve, other], 8)?.name).toBe('other valve')
  })

  test('means nothing where nothing is within reach', () => {
    expect(pickFeature({ x: 50, y: 20 }, [pipe, valve], 8)).toBeUndefined()
    expect(pickFeature({ x: 0, y: 0 }, [{ rank: 0, paths: [] }], 8)).toBeUndefined()
  })
})
