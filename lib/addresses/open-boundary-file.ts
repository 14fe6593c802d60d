import path from 'node:path'
import { badInput } from '@/lib/errors'
import { detectFile } from '@/lib/imports/detect-file'
import { readFeatures } from '@/lib/imports/read-geojson'
import type { RowSource, SourceRow } from '@/lib/imports/row-source'

/** The column that holds a feature's outline as GeoJSON, beside those of its properties. */
export const GEOMETRY = 'geometry'

/** Outlines travel in groups of at most so many characters: one may be a megabyte, and thousands of them would fill the memory. */
const GROUP_CHARACTERS = 1_000_000

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

async function* readGroups(file: string, columns: readonly string[], onBytes?: (read: number) => void): AsyncGenerator<SourceRow[]> {
  let group: SourceRow[] = []
  let characters = 0
  let line = 0
  for await (const entry of readFeatures(file, onBytes)) {
    line += 1
    const geometry = asText(entry?.geometry)
    const cells = columns.map((column) => (column === GEOMETRY ? geometry : asText(entry?.properties?.[column])))
    group.push(entry ? { line, cells } : { line, cells, problem: 'import_not_feature' })
    characters += geometry.length
    if (characters < GROUP_CHARACTERS) continue
    yield group
    group = []
    characters = 0
  }
  if (group.length > 0) yield group
}

/** Opens a GeoJSON FeatureCollection of polygons: properties are columns, and so is the outline. Throws `bad_input` for any other file. */
export async function openBoundaryFile(file: string): Promise<RowSource & { bytes: number }> {
  const { format, bytes } = await detectFile(file)
  if (format !== 'geojson') throw badInput('import_boundaries_geojson', 'file', { file: path.basename(file) })
  const names = new Set<string>()
  let count = 0
  for await (const entry of readFeatures(file)) {
    count += 1
    for (const name of Object.keys(entry?.properties ?? {})) names.add(name)
  }
  if (count === 0) throw badInput('import_no_boundaries', 'file', { file: path.basename(file) })
  names.delete(GEOMETRY)
  const columns = [...names, GEOMETRY]
  return { file, columns, bytes, groups: (onBytes) => readGroups(file, columns, onBytes) }
}
