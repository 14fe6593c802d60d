import { open } from 'node:fs/promises'
import path from 'node:path'
import { badInput } from '@/lib/errors'
import type { CsvFormat } from './read-csv'

export interface DetectedFile extends CsvFormat {
  format: 'csv' | 'geojson'
  bytes: number
}

/** Enough for a header of any sensible width. */
const PEEK_BYTES = 65_536

/** First bytes of files that people send instead of a CSV. */
const WRONG_KINDS: ReadonlyArray<readonly [signature: string, kind: string]> = [
  ['504b0304', 'zip / Excel (.xlsx)'],
  ['d0cf11e0', 'Excel (.xls)'],
  ['1f8b', 'gzip'],
  ['25504446', 'PDF'],
  ['53514c69', 'SQLite'],
]

async function peek(file: string): Promise<{ start: Buffer; bytes: number }> {
  const handle = await open(file).catch(() => {
    throw badInput('import_file_missing', 'file', { file: path.basename(file) })
  })
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw badInput('import_file_missing', 'file', { file: path.basename(file) })
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PEEK_BYTES), 0, PEEK_BYTES, 0)
    return { start: buffer.subarray(0, bytesRead), bytes: stat.size }
  } finally {
    await handle.close()
  }
}

function detectDelimiter(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: unquoted.split(delimiter).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

/** Says by its first bytes what a file is. Throws `bad_input` for a missing or empty file and for kinds that are no text in UTF-8. */
export async function detectFile(file: string): Promise<DetectedFile> {
  const { start, bytes } = await peek(file)
  const name = path.basename(file)
  const signature = start.subarray(0, 4).toString('hex')
  const wrong = WRONG_KINDS.find(([known]) => signature.startsWith(known))
  if (wrong) throw badInput('import_wrong_kind', 'file', { file: name, kind: wrong[1] })
  if (signature.startsWith('fffe') || signature.startsWith('feff')) throw badInput('import_utf16', 'file', { file: name })
  const text = start.toString('utf8').replace(/^\uFEFF/, '')
  if (text.trim() === '') throw badInput('import_file_empty', 'file', { file: name })
  const delimiter = detectDelimiter(text.split(/\r?\n|\r/, 1)[0] ?? '')
  const hasBareReturns = text.includes('\r') && !text.includes('\n')
  return { format: /^\s*\{/.test(text) ? 'geojson' : 'csv', delimiter, hasBareReturns, bytes }
}
