import { describe, expect, it } from 'vitest'
import { readCoordinates } from './read-coordinates'
import { readFlag, readOneOf } from './read-words'
import { Row } from './row'

function row(cells: Record<string, string>): Row {
  const names = Object.keys(cells)
  return new Row(new Map(names.map((name, column) => [name, { column }]))).turnTo(Object.values(cells))
}

function reason(read: () => unknown): string | undefined {
  try {
    read()
  } catch (error) {
    return (error as { detail: { reason: string } }).detail.reason
  }
}

describe('a row', () => {
  it('gives text without surplus space and control characters', () => {
    expect(row({ street: '  Via\u00a0 dei\tFiori\r\n ' }).text('street')).toBe('Via dei Fiori')
    expect(row({ street: 'Via\u0000Roma\u001f' }).text('street')).toBe('Via Roma')
    expect(row({ street: ' ' }).filled('street')).toBeNull()
  })

  it('tells an empty cell from a column that is not there', () => {
    expect(row({ suffix: '' }).text('suffix')).toBe('')
    expect(row({}).text('suffix')).toBeNull()
  })

  it('refuses what is missing or far too long', () => {
    expect(reason(() => row({ street: '' }).required('street'))).toBe('import_value_missing')
    expect(reason(() => row({ street: 'x'.repeat(10_000) }).text('street'))).toBe('import_too_long')
  })
})

describe('coordinates', () => {
  it.each([
    ['44.95', '8.64', { lat: 44.95, lon: 8.64 }],
    ['44,95', '8,64', { lat: 44.95, lon: 8.64 }],
    ['-12', '+7.5', { lat: -12, lon: 7.5 }],
    ['44.123456789', '8.5e0', null],
    ['', '', null],
  ])('%j and %j', (lat, lon, expected) => {
    if (expected || lat === '') expect(readCoordinates(row({ lat, lon }))).toEqual(expected)
    else expect(reason(() => readCoordinates(row({ lat, lon })))).toBeUndefined()
  })

  it.each([
    ['0', '0.0', 'import_coordinates_zero'],
    ['44.95', '', 'import_value_missing'],
    ['120.5', '44.9', 'import_coordinates_swapped'],
    ['4970000', '1470000', 'import_not_degrees'],
    ['44.9', '200', 'import_not_degrees'],
    ['44° 54′', '8.6', 'import_bad_coordinate'],
    ['1.234,5', '8.6', 'import_bad_coordinate'],
    ['NaN', '8.6', 'import_bad_coordinate'],
  ])('%j and %j are refused: %s', (lat, lon, expected) => {
    expect(reason(() => readCoordinates(row({ lat, lon })))).toBe(expected)
  })
})

describe('words', () => {
  it('are taken in any case, from a list', () => {
    expect(readOneOf(row({ kind: 'Shared' }), 'kind', ['individual', 'shared'])).toBe('shared')
    expect(readOneOf(row({ kind: '' }), 'kind', ['individual'])).toBeNull()
    expect(reason(() => readOneOf(row({ kind: 'flat' }), 'kind', ['individual']))).toBe('import_not_one_of')
  })

  it('say yes and no in the languages of spreadsheets', () => {
    expect(['TRUE', '1', 'Sì', 'taip', 'так'].map((active) => readFlag(row({ active }), 'active'))).toEqual([true, true, true, true, true])
    expect(['false', '0', 'no', 'ne', 'ні'].map((active) => readFlag(row({ active }), 'active'))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
    expect(reason(() => readFlag(row({ active: 'perhaps' }), 'active'))).toBe('import_bad_flag')
  })
})
