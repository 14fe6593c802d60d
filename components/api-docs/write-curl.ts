import type { DocumentedOperation } from './group-operations'

/** What stands in a path, as somebody would ask. */
const IN_PATH: Record<string, string> = {
  id: '1',
  reference: 'W-2026-0001',
  layer: 'streets',
  z: '14',
  x: '8586',
  y: '5857.mvt',
}

function fillPath(path: string): string {
  const file = path.startsWith('/feeds/cap') ? 'W-2026-0001.xml' : '1.atom'
  return path.replace(/\{(\w+)\}/g, (_found, name: string) => (name === 'file' ? file : (IN_PATH[name] ?? name)))
}

const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** How one asks from a shell. */
export function writeCurl({ method, path, parameters, security, requestBody }: DocumentedOperation, origin: string): string {
  const query = parameters.some(({ name, required }) => name === 'q' && required) ? '?q=via%20Roma%2012' : ''
  const example = requestBody?.content['application/json']?.example
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quote(origin + fillPath(path) + query)}`,
    security && `-H "Authorization: Bearer $KEY"`,
    example && `-H 'Content-Type: application/json'`,
    example && `-d ${quote(JSON.stringify(example))}`,
  ]
  return lines.filter((line) => typeof line === 'string').join(' \\\n  ')
}
