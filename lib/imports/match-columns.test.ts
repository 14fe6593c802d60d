import { describe, expect, it } from 'vitest'
import type { ImportField } from './imports'
import { matchColumns } from './match-columns'

const FIELDS: ImportField[] = [{ name: 'street', required: true }, { name: 'street_type' }, { name: 'postcode' }]

describe('matchColumns', () => {
  it('takes columns by their own names, whatever their case', () => {
    expect(Object.fromEntries(matchColumns(FIELDS, ['Street Type', 'STREET', 'other'], {}))).toEqual({
      street_type: { column: 0 },
      street: { column: 1 },
    })
  })

  it('takes what map and set say first', () => {
    const sources = matchColumns(FIELDS, ['street', 'via', 'cap'], { map: { via: 'street', cap: 'postcode' }, set: { street_type: 'Via' } })
    expect(Object.fromEntries(sources)).toEqual({ street: { column: 1 }, postcode: { column: 2 }, street_type: { constant: 'Via' } })
  })

  it.each([
    ['a required field without a column', ['postcode'], {}, 'import_missing_column'],
    ['a mapped column that is not there', ['street'], { map: { cap: 'postcode' } }, 'import_unknown_column'],
    ['a field that is not there', ['street'], { map: { street: 'road' } }, 'import_unknown_field'],
    ['a constant for a field that is not there', ['street'], { set: { road: 'x' } }, 'import_unknown_field'],
    ['two columns for one field', ['street', 'via'], { map: { via: 'street', street: 'street' } }, 'import_field_twice'],
    ['a column that is there twice', ['street', 'Street'], {}, 'import_column_twice'],
  ])('refuses %s', (_, columns, given, reason) => {
    expect(() => matchColumns(FIELDS, columns, given)).toThrow(expect.objectContaining({ detail: expect.objectContaining({ reason }) }))
  })
})
