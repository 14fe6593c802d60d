import { badInput } from '@/lib/errors'

/** Adds "column=field" to the pairs of an option that may be repeated. */
export function parsePair(text: string, pairs: Record<string, string>): Record<string, string> {
  const at = text.indexOf('=')
  if (at < 1) throw badInput('import_pair_syntax', 'map', { value: text })
  return { ...pairs, [text.slice(0, at).trim()]: text.slice(at + 1).trim() }
}
