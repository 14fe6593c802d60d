import path from 'node:path'
import { AppError, badInput } from '@/lib/errors'
import type { ImportField } from '@/lib/imports/imports'
import { matchColumns } from '@/lib/imports/match-columns'
import { openSource } from '@/lib/imports/open-source'
import { readFlag } from '@/lib/imports/read-words'
import { Row } from '@/lib/imports/row'
import type { NetworkEntry } from './staged-network'

const FIELDS: readonly ImportField[] = [
  { name: 'link', required: true },
  { name: 'node', required: true },
  { name: 'id' },
  { name: 'conducting' },
]

/** A valve is called after its place where the file has no column `id`: rows may come in another order next time. */
function readValve(row: Row, line: number): NetworkEntry {
  const link = row.required('link')
  const node = row.required('node')
  const code = row.filled('id') ?? `${link}@${node}`
  return {
    what: 'device',
    row: { line, code, kind: 'valve', link, node, conducting: readFlag(row, 'conducting') ?? true, x: null, y: null },
  }
}

/** Streams the valves that stand beside an EPANET file: CSV with the columns link and node, and perhaps id and conducting. */
export async function* readValves(file: string, onBytes?: (read: number) => void): AsyncGenerator<NetworkEntry> {
  const source = await openSource(file)
  if (source.columns.includes('feature')) throw badInput('network_valves_not_csv', 'valves', { file: path.basename(file) })
  const row = new Row(matchColumns(FIELDS, source.columns, {}))
  for await (const group of source.groups(onBytes)) {
    for (const { line, cells } of group) {
      try {
        yield readValve(row.turnTo(cells), line)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const { field = '', reason, params } = error.detail
        yield { what: 'problem', row: { line, field, reason, params: { part: 'device', ...params } } }
      }
    }
  }
}
