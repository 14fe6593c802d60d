import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import json from 'stream-json'
import Pick from 'stream-json/filters/Pick.js'
import StreamArray from 'stream-json/streamers/StreamArray.js'
import { z } from 'zod'
import { AppError, badInput } from '@/lib/errors'
import { readBytes } from './read-bytes'
import { GROUP_SIZE, type RowSource, type SourceRow } from './row-source'

const feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
})
const position = z.tuple([z.number(), z.number()]).rest(z.number())

type Feature = z.infer<typeof feature>

/** Every entry of the collection's `features`, one at a time; null for one that is no feature. */
export async function* readFeatures(file: string, onBytes?: (read: number) => void): AsyncGenerator<Feature | null> {
  const features = StreamArray.streamArray()
  const source = Readable.from(readBytes(file, onBytes), { objectMode: true })
  pipeline(source, json.parser(), Pick.pick({ filter: 'features' }), features).catch((error) => features.destroy(error))
  try {
    for await (const entry of features as AsyncIterable<{ value: unknown }>) yield feature.safeParse(entry.value).data ?? null
  } catch (error) {
    if (error instanceof AppError) throw error
    throw badInput('import_bad_json', 'file', { file: path.basename(file), detail: error instanceof Error ? error.message : '' })
  }
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function toRow(entry: Feature | null, columns: string[], line: number): SourceRow {
  if (!entry) return { line, cells: columns.map(() => ''), problem: 'import_not_feature' }
  const point = entry.geometry?.type === 'Point' ? position.safeParse(entry.geometry.coordinates).data : undefined
  const values: Record<string, unknown> = { ...entry.properties, ...(point && { lon: point[0], lat: point[1] }) }
  const cells = columns.map((column) => asText(values[column]))
  return entry.geometry && !point ? { line, cells, problem: 'import_not_point' } : { line, cells }
}

async function* readGroups(file: string, columns: string[], onBytes?: (read: number) => void): AsyncGenerator<SourceRow[]> {
  let group: SourceRow[] = []
  let line = 0
  for await (const entry of readFeatures(file, onBytes)) {
    line += 1
    if (group.push(toRow(entry, columns, line)) < GROUP_SIZE) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Reads the file once for the names of all properties: in GeoJSON any feature may bring another. */
async function readColumns(file: string): Promise<string[]> {
  const columns = new Set<string>()
  let hasPoints = false
  for await (const entry of readFeatures(file)) {
    for (const name of Object.keys(entry?.properties ?? {})) columns.add(name)
    hasPoints ||= entry?.geometry?.type === 'Point'
  }
  return [...columns, ...(hasPoints ? ['lat', 'lon'].filter((name) => !columns.has(name)) : [])]
}

/** A GeoJSON FeatureCollection as rows: properties are columns, a point's coordinates the columns `lat` and `lon`. `line` counts features. */
export async function readGeojson(file: string): Promise<RowSource> {
  const columns = await readColumns(file)
  return { file, columns, groups: (onBytes) => readGroups(file, columns, onBytes) }
}
