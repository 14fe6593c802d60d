/** The tags of what the caller has, from If-None-Match. Weak and strong ones count as one here (RFC 9110, 13.1.2). */
export function knownTags(request: Request): string[] {
  const header = request.headers.get('if-none-match') ?? ''
  return header.split(',').flatMap((known) => /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(known)?.[1] ?? [])
}

/** Answers with bytes and their tag: 304 where `bytes` is null, since the caller has them, and 204 when there are none. */
export function taggedResponse(tag: string, bytes: Uint8Array<ArrayBuffer> | null, headers: Record<string, string>): Response {
  const { 'Content-Type': type, ...rest } = headers
  const kept = { ...rest, ETag: `"${tag}"` }
  if (bytes === null) return new Response(null, { status: 304, headers: kept })
  if (bytes.length === 0) return new Response(null, { status: 204, headers: kept })
  return new Response(bytes, { headers: { ...kept, ...(type && { 'Content-Type': type }) } })
}
