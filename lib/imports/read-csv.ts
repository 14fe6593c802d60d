import path from 'node:path'
import { badInput } from '@/lib/errors'
import { readBytes } from './read-bytes'
import { GROUP_SIZE, type RowSource, type SourceRow } from './row-source'
import { CsvSplitter, UnclosedQuote } from './split-csv'

export interface CsvFormat {
  delimiter: string
  /** Lines end in a carriage return alone, as old Macintosh programs write them. */
  hasBareReturns: boolean
}

function asBadInput(error: unknown, file: string): unknown {
  if (!(error instanceof UnclosedQuote)) return error
  return badInput('import_unclosed_quote', 'file', { file: path.basename(file), line: error.line })
}

/** All rows as they come off the disk, the header first. */
async function* readRows(file: string, format: CsvFormat, onBytes?: (read: number) => void): AsyncGenerator<SourceRow[]> {
  const splitter = new CsvSplitter(format.delimiter)
  try {
    for await (const bytes of readBytes(file, onBytes)) {
      const text = bytes.toString('utf8')
      yield splitter.push(format.hasBareReturns ? text.replaceAll('\r', '\n') : text)
    }
    yield splitter.finish()
  } catch (error) {
    throw asBadInput(error, file)
  }
}

async function* readGroups(file: string, format: CsvFormat, onBytes?: (read: number) => void): AsyncGenerator<SourceRow[]> {
  let waiting: SourceRow[] = []
  let isHeader = true
  for await (const rows of readRows(file, format, onBytes)) {
    waiting = waiting.concat(isHeader ? rows.slice(1) : rows)
    if (rows.length > 0) isHeader = false
    for (; waiting.length >= GROUP_SIZE; waiting = waiting.slice(GROUP_SIZE)) yield waiting.slice(0, GROUP_SIZE)
  }
  if (waiting.length > 0) yield waiting
}

async function readHeader(file: string, format: CsvFormat): Promise<string[]> {
  for await (const [header] of readRows(file, format)) if (header) return header.cells.map((cell) => cell.trim())
  return []
}

/** A CSV file as rows; its first row names the columns. Quoted line breaks are part of a cell. */
export async function readCsv(file: string, format: CsvFormat): Promise<RowSource> {
  const columns = await readHeader(file, format)
  return { file, columns, groups: (onBytes) => readGroups(file, format, onBytes) }
}
