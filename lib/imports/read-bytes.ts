import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { badInput } from '@/lib/errors'

const LINE_FEED = 10
const CHUNK_BYTES = 1 << 18

function countLines(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) count++
  return count
}

/** How many bytes at the end of a chunk begin a character that the next chunk completes. */
function countUnfinished(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

function findBadLine(chunk: Buffer): number {
  let line = 0
  for (let start = 0; start < chunk.length; line++) {
    const end = chunk.indexOf(LINE_FEED, start)
    const next = end === -1 ? chunk.length : end + 1
    const bytes = chunk.subarray(start, next)
    if (!isUtf8(bytes) || bytes.includes(0)) return line
    start = next
  }
  return line
}

/**
 * Streams a file's bytes without a byte-order mark, checked to be text in UTF-8. Throws `bad_input` naming the line that is not.
 * `onBytes` hears how many bytes were read so far.
 */
export async function* readBytes(file: string, onBytes?: (read: number) => void): AsyncGenerator<Buffer> {
  let carried: Buffer = Buffer.alloc(0)
  let line = 1
  let read = 0
  for await (const piece of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const first = read === 0
    read += piece.length
    const bytes = carried.length > 0 ? Buffer.concat([carried, piece]) : (piece as Buffer)
    const end = bytes.length - countUnfinished(bytes)
    carried = bytes.subarray(end)
    let chunk = bytes.subarray(0, end)
    if (!isUtf8(chunk) || chunk.includes(0))
      throw badInput('import_not_utf8', 'file', { file: path.basename(file), line: line + findBadLine(chunk) })
    line += countLines(chunk)
    if (first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3)
    if (chunk.length > 0) yield chunk
    onBytes?.(read)
  }
  if (carried.length > 0) throw badInput('import_not_utf8', 'file', { file: path.basename(file), line })
}
