import { Readable } from 'node:stream'

/** A file to be kept: of what type, and by which name. Names hold letters, digits, dots and dashes only. */
export interface DownloadOptions {
  type: string
  fileName: string
}

/** Answers with a file that is made while it is read, or is there already. No cache keeps it. A failure on the way breaks the transfer off. */
export function download(body: AsyncIterable<string> | Uint8Array<ArrayBuffer>, { type, fileName }: DownloadOptions): Response {
  const name = fileName.replace(/[^\w.-]/g, '_')
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  }
  return new Response(body instanceof Uint8Array ? body : toStream(body), { headers })
}

/** Read as fast as it is taken, no faster. */
function toStream(body: AsyncIterable<string>): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(encode(body), { highWaterMark: 1 })) as ReadableStream<Uint8Array>
}

async function* encode(body: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of body) yield Buffer.from(text)
}
