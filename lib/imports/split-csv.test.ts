import { describe, expect, it } from 'vitest'
import { CsvSplitter, UnclosedQuote } from './split-csv'

function split(pieces: string[], delimiter = ',') {
  const splitter = new CsvSplitter(delimiter)
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.finish()]
}

describe('CsvSplitter', () => {
  it('splits rows and says on which line each begins', () => {
    expect(split(['a,b\n1,2\n3,4\n'])).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] },
    ])
  })

  it('gives the last row without a line break, and leaves empty lines out but counts them', () => {
    expect(split(['a\r\n\r\n\r\nb,c'])).toEqual([
      { line: 1, cells: ['a'] },
      { line: 4, cells: ['b', 'c'] },
    ])
  })

  it('keeps quoted delimiters, doubled quotes and line breaks, and counts the lines inside', () => {
    expect(split(['x,"a, ""b""\r\nc",y\nz\n'])).toEqual([
      { line: 1, cells: ['x', 'a, "b"\r\nc', 'y'] },
      { line: 3, cells: ['z'] },
    ])
  })

  it('takes quotes inside an unquoted cell as they are', () => {
    expect(split(['Via "Roma",1\n'])).toEqual([{ line: 1, cells: ['Via "Roma"', '1'] }])
  })

  it('keeps empty cells at the end of a row', () => {
    expect(split(['a,,\n"",b,\n'])).toEqual([
      { line: 1, cells: ['a', '', ''] },
      { line: 2, cells: ['', 'b', ''] },
    ])
  })

  it('gives the same rows wherever the pieces are cut', () => {
    const text = 'a;"b;\n""c""";d\r\n\n1;"2"\n"x";;"y"'
    const whole = split([text], ';')
    for (let cut = 1; cut < text.length; cut++) expect(split([text.slice(0, cut), text.slice(cut)], ';')).toEqual(whole)
    expect(split([...text], ';')).toEqual(whole)
  })

  it('names the line on which a quote is opened and never closed', () => {
    expect(() => split(['a,b\n1,"2\n3,4\n'])).toThrow(new UnclosedQuote(2))
  })

  it('gives up on an unclosed quote before it fills the memory', () => {
    const splitter = new CsvSplitter(',')
    splitter.push('a\n"b')
    expect(() => {
      for (let piece = 0; piece < 100; piece++) splitter.push('x'.repeat(10_000))
    }).toThrow(new UnclosedQuote(2))
  })
})
