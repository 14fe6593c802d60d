import { describe, expect, it } from 'vitest'
import { readSearch } from './read-search'

describe('what somebody typed', () => {
  it.each([
    ['+39 333 123 4567', 'IT', '+393331234567'],
    ['333.123.4567', 'IT', '+393331234567'],
    ['0039 (333) 1234567', 'IT', '+393331234567'],
    ['tel:+39-333-1234567', 'IT', '+393331234567'],
    ['8 612 34567', 'LT', '+37061234567'],
    ['067 123 45 67', 'UA', '+380671234567'],
  ])('%s is a telephone of %s', (text, country, value) => {
    expect(readSearch(text, country).ends).toEqual([{ channel: 'sms', value }])
  })

  it('is an e-mail address in any case', () => {
    expect(readSearch('Anna.Rossi@Example.ORG', 'IT')).toEqual({
      reference: null,
      ends: [{ channel: 'email', value: 'anna.rossi@example.org' }],
      codes: [],
      words: null,
    })
  })

  it('is nothing that can be looked for when it only looks like an e-mail address', () => {
    expect(readSearch('anna@', 'IT')).toEqual({ reference: null, ends: [], codes: [], words: null })
  })

  it.each([['W-2026-0042'], ['w-2026-42'], ['w 2026 42'], ['W20260042']])('%s is a reference of works', (text) => {
    expect(readSearch(text, 'IT').reference).toBe('W-2026-0042')
  })

  it('is any number of a contract or a meter, however it is spaced', () => {
    expect(readSearch('it001e 1234', 'IT').codes).toEqual(['it001e 1234', 'IT001E 1234', 'it001e1234', 'IT001E1234'])
    expect(readSearch('12345678', 'IT').codes).toEqual(['12345678'])
  })

  it('is words of an address, in any script', () => {
    expect(readSearch('вул. Франка 12', 'UA')).toMatchObject({ words: 'вул. Франка 12', ends: [] })
    expect(readSearch('via Roma', 'IT')).toMatchObject({ words: 'via Roma', codes: [] })
    expect(readSearch('%%%', 'IT')).toEqual({ reference: null, ends: [], codes: [], words: null })
  })
})
