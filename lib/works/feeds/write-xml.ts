import { create } from 'xmlbuilder2'

/**
 * The library reads entities in what it is given, and writes what looks like one as it is: "&nbsp;" would break the document. Every ampersand here is
 * one that somebody wrote, so it is escaped for both.
 */
function withAmpersands(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('&', '&amp;amp;')
  if (Array.isArray(value)) return value.map(withAmpersands)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withAmpersands(inner)]))
}

/** An XML document of one element: its members are elements, those that begin with `@` attributes, `#` is text, and lists are elements after each other. */
export function writeXml(root: object): string {
  const element = withAmpersands(root) as object
  return create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' }, element).end({ prettyPrint: true })
}
