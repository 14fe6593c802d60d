import { createHash } from 'node:crypto'

/** A script whose text stands in the page. React and Next escape every "<" of their data in it, so that it ends at the first end tag. */
const INLINE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** The sources of a content security policy, as `sha256-…`, that allow exactly the inline scripts of this page; each once. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = [...html.matchAll(INLINE)].map(([, text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`)
  return [...new Set(hashes)]
}
