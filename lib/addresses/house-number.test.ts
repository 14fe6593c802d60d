import { describe, expect, it } from 'vitest'
import { canonicalSuffix, formatHouseNumber, splitHouseNumber } from './house-number'

describe('splitHouseNumber', () => {
  it.each([
    ['12', 12, ''],
    ['012', 12, ''],
    ['12/A', 12, 'A'],
    ['12a', 12, 'A'],
    ['12 / a', 12, 'A'],
    ['12 bis', 12, 'bis'],
    ['12/BIS', 12, 'bis'],
    ['30 bis A', 30, 'bis/A'],
    ['7-Б', 7, 'Б'],
    ['7б', 7, 'Б'],
    ['16/18', 16, '18'],
    ['5/2/c', 5, '2/C'],
  ])('splits %j', (text, number, suffix) => {
    expect(splitHouseNumber(text)).toEqual({ number, suffix })
  })

  it.each(['', 'SNC', 'A12', '-4', '123456', '12 near the old mill', "1'; DROP TABLE address"])('finds no house number in %j', (text) => {
    expect(splitHouseNumber(text)).toBeNull()
  })
})

describe('formatHouseNumber', () => {
  it.each(['12', '12/A', '30 bis', '7-Б', '16/18', '30 bis A'])('writes %s as people do, and reads it back the same', (text) => {
    const split = splitHouseNumber(text)
    expect(split && formatHouseNumber(split)).toBe(text)
  })
})

it('gives a suffix one spelling however it came', () => {
  expect(['a', ' /A', '-a ', 'A.'].map(canonicalSuffix)).toEqual(['A', 'A', 'A', 'A'])
})
