import { AppError, badInput } from '@/lib/errors'

/** Enough for works with 50,000 points. */
const MAX_BYTES = 5_000_000

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) throw new AppError('too_large', { reason: 'body_too_large', params: { megabytes: MAX_BYTES / 1_000_000 } })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badInput('body_not_utf8')
  }
}

/** The JSON that a request carries; an empty body is read as `{}`, so that the first missing field is named. Throws `too_large` over 5 MB, and `bad_input` with the parser's own words for anything but JSON. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const text = decode(await readBytes(request))
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badInput('body_not_json', undefined, { problem: error instanceof Error ? error.message : '' })
  }
}
