import path from 'node:path'
import { AppError, badInput } from '@/lib/errors'
import { readFeatures } from '@/lib/imports/read-geojson'
import { type NetworkFeature, readNetworkFeature } from './read-network-feature'
import type { NetworkEntry, StagedProblem } from './staged-network'

/** What names a feature in a list of those that were rejected. */
function nameOf(feature: NetworkFeature | null): StagedProblem['params'] {
  const { feature: part, id } = feature?.properties ?? {}
  return {
    ...(typeof part === 'string' && { part: part.slice(0, 40) }),
    ...((typeof id === 'string' || typeof id === 'number') && { id: String(id).slice(0, 200) }),
  }
}

function toEntry(feature: NetworkFeature | null, line: number): NetworkEntry {
  if (!feature) return { what: 'problem', row: { line, field: '', reason: 'import_not_feature', params: {} } }
  try {
    return readNetworkFeature(feature, line)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { field = '', reason, params } = error.detail
    return { what: 'problem', row: { line, field, reason, params: { ...nameOf(feature), ...params } } }
  }
}

/** Streams a network in GeoJSON, feature by feature. Throws `bad_input` where the file is no collection of features. */
export async function* readNetworkGeojson(file: string, onBytes?: (read: number) => void): AsyncGenerator<NetworkEntry> {
  let line = 0
  for await (const feature of readFeatures(file, onBytes)) {
    line += 1
    yield toEntry(feature, line)
  }
  if (line === 0) throw badInput('network_no_features', 'file', { file: path.basename(file) })
}
