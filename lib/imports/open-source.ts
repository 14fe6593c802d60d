import path from 'node:path'
import { badInput } from '@/lib/errors'
import { type DetectedFile, detectFile } from './detect-file'
import { readCsv } from './read-csv'
import { readGeojson } from './read-geojson'
import type { RowSource } from './row-source'

async function hasRows(source: RowSource): Promise<boolean> {
  for await (const _ of source.groups()) return true
  return false
}

/** Opens a CSV or GeoJSON file, told apart by its content. Throws `bad_input` where there is nothing to read. */
export async function openSource(file: string): Promise<RowSource & Pick<DetectedFile, 'bytes'>> {
  const { format, bytes, ...csv } = await detectFile(file)
  const source = format === 'csv' ? await readCsv(file, csv) : await readGeojson(file)
  if (!(await hasRows(source))) {
    throw badInput(format === 'csv' ? 'import_no_rows' : 'import_not_collection', 'file', { file: path.basename(file) })
  }
  return { ...source, bytes }
}
