import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Parser, parse } from 'csv-parse'
import { AppError, badInput } from '@/lib/errors'
import { readBytes } from './read-bytes'
import { GROUP_SIZE, type RowSource, type SourceRow } from './row-source'

/** A longer row means that a quote was opened and never closed. */
const MAX_ROW_CHARACTERS = 200_000

const LINE_BREAK = /\r\n|\n|\r/g

/** What went wrong in the file's own words: an unclosed quote is found at its end, so the line is where that row began. */
function asBadInput(error: unknown, file: string, line: number): unknown {
  if (error instanceof AppError || !(error instanceof CsvError)) return error
  const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
  return badInput(unclosed ? 'import_unclosed_quote' : 'import_bad_csv', 'file', { file: path.basename(file), line, detail: error.code })
}

function openParser(file: string, delimiter: string, onBytes?: (read: number) => void): Parser {
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: MAX_ROW_CHARACTERS })
  // The parser is destroyed with the error of whatever failed, and throws it to whoever iterates it.
  pipeline(Readable.from(readBytes(file, onBytes), { objectMode: true }), parser).catch(() => {})
  return parser
}

/** Every row with the line it begins on; lines with nothing on them are left out, and counted. */
async function* readRows(file: string, delimiter: string, onBytes?: (read: number) => void): AsyncGenerator<SourceRow> {
  let line = 1
  try {
    for await (const cells of openParser(file, delimiter, onBytes) as AsyncIterable<string[]>) {
      if (cells.length > 1 || cells[0] !== '') yield { line, cells }
      line += 1
      for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) line += cell.match(LINE_BREAK)?.length ?? 0
    }
  } catch (error) {
    throw asBadInput(error, file, line)
  }
}

async function* readGroups(file: string, delimiter: string, onBytes?: (read: number) => void): AsyncGenerator<SourceRow[]> {
  let group: SourceRow[] = []
  let isHeader = true
  for await (const row of readRows(file, delimiter, onBytes)) {
    if (isHeader) isHeader = false
    else if (group.push(row) === GROUP_SIZE) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}

async function readHeader(file: string, delimiter: string): Promise<string[]> {
  for await (const row of readRows(file, delimiter)) return row.cells.map((cell) => cell.trim())
  return []
}

/** A CSV file as rows; its first row names the columns. Quoted line breaks are part of a cell. */
export async function readCsv(file: string, delimiter: string): Promise<RowSource> {
  const columns = await readHeader(file, delimiter)
  return { file, columns, groups: (onBytes) => readGroups(file, delimiter, onBytes) }
}
