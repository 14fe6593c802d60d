import { describe, expect, it } from 'vitest'
import { csvLine } from './csv-line'

describe('csvLine', () => {
  it('ends its lines as RFC 4180 asks, and leaves plain cells plain', () => {
    expect(csvLine(['P-1', 12, null, ''])).toBe('P-1,12,,\r\n')
  })

  it('quotes what would break a row, and doubles quotes inside', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\r\nlines', 'a;b'])).toBe('"a,b","say ""hi""","two\r\nlines","a;b"\r\n')
  })

  it.each(['=1+1', '+393330000001', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('lets no spreadsheet run %j', (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/)
  })

  it('leaves a sign inside a cell alone', () => {
    expect(csvLine(['a…@…', 'W-2026-0001'])).toBe('a…@…,W-2026-0001\r\n')
  })
})
