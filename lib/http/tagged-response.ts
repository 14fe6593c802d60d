import { createHash } from 'node:crypto'

/** Whether an If-None-Match header names the tag. Weak and strong tags count as one here (RFC 9110, 13.1.2). */
function isKnown(header: string | null, tag: string): boolean {
  if (!header) return false
  return header.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === tag)
}

/** Answers with bytes and their tag: 304 to whoever has them already, 204 when there are none. */
export function taggedResponse(request: Request, bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  const tag = `"${createHash('sha1').update(bytes).digest('base64url')}"`
  const { 'Content-Type': type, ...rest } = headers
  const kept = { ...rest, ETag: tag }
  if (isKnown(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers: kept })
  if (bytes.length === 0) return new Response(null, { status: 204, headers: kept })
  return new Response(bytes, { headers: { ...kept, ...(type && { 'Content-Type': type }) } })
}
