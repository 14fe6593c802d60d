import type { SourceRow } from './row-source'

/** A longer row means that a quote was opened and never closed. */
const MAX_ROW_CHARACTERS = 200_000

/** A quote that is opened on this line is closed nowhere. */
export class UnclosedQuote extends Error {
  constructor(readonly line: number) {
    super(`a quote opened on line ${line} is not closed`)
  }
}

interface QuotedRow {
  cells: string[]
  /** Where the next row begins. */
  end: number
}

/**
 * Splits CSV text (RFC 4180) that arrives in pieces into rows with the line each begins on; empty lines are left out, and counted. Quotes inside an
 * unquoted cell are taken as they are. Written by hand, since a row without quotes is a plain `split`, five times as fast as a parser that looks at
 * each character, and a million rows have to be read while the database writes them.
 */
export class CsvSplitter {
  private rest = ''
  private line = 1

  constructor(private readonly delimiter: string) {}

  /** The rows that are whole with this piece. Throws UnclosedQuote. */
  push(piece: string): SourceRow[] {
    const rows = this.split(this.rest + piece, false)
    if (this.rest.length > MAX_ROW_CHARACTERS) throw new UnclosedQuote(this.line)
    return rows
  }

  /** The last row, where no line break follows it. Throws UnclosedQuote. */
  finish(): SourceRow[] {
    return this.rest === '' ? [] : this.split(this.rest, true)
  }

  private split(text: string, isLast: boolean): SourceRow[] {
    const rows: SourceRow[] = []
    let start = 0
    let quote = text.indexOf('"')
    while (start < text.length) {
      const lineFeed = text.indexOf('\n', start)
      if (lineFeed === -1 && !isLast) break
      const lineEnd = lineFeed === -1 ? text.length : lineFeed
      if (quote !== -1 && quote < start) quote = text.indexOf('"', start)
      if (quote === -1 || quote > lineEnd) {
        const end = text.charCodeAt(lineEnd - 1) === 13 && lineEnd > start ? lineEnd - 1 : lineEnd
        if (end > start) rows.push({ line: this.line, cells: text.slice(start, end).split(this.delimiter) })
        this.line += 1
        start = lineEnd + 1
        continue
      }
      const quoted = this.splitQuoted(text, start, isLast)
      if (!quoted) break
      rows.push({ line: this.line, cells: quoted.cells })
      this.line += countLineFeeds(text, start, quoted.end)
      start = quoted.end
    }
    this.rest = text.slice(start)
    return rows
  }

  /** The row at `start`, which holds a quote; null where it goes on in the next piece. */
  private splitQuoted(text: string, start: number, isLast: boolean): QuotedRow | null {
    const cells: string[] = []
    for (let at = start; ; ) {
      let cell = ''
      if (text[at] === '"') {
        const close = findClosingQuote(text, at + 1)
        if (close === -1 && isLast) throw new UnclosedQuote(this.line)
        if (close === -1) return null
        cell = text.slice(at + 1, close).replaceAll('""', '"')
        at = close + 1
      }
      const end = this.findCellEnd(text, at)
      if (end === text.length && !isLast) return null
      cells.push(cell + text.slice(at, end).replace(/\r$/, ''))
      if (text[end] !== this.delimiter) return { cells, end: end + 1 }
      at = end + 1
    }
  }

  private findCellEnd(text: string, from: number): number {
    let at = from
    while (at < text.length && text[at] !== this.delimiter && text[at] !== '\n') at++
    return at
  }
}

function findClosingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

function countLineFeeds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
