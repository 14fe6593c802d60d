import { AppError, badInput } from '@/lib/errors'

/** The text that a request carries, read once. Throws `too_large` over `maxBytes` without reading on, and `bad_input` for what is not UTF-8. */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new AppError('too_large', { reason: 'body_too_large', params: { megabytes: maxBytes / 1_000_000 } })
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw badInput('body_not_utf8')
  }
}
