import type { Position } from 'geojson'
import { importBoundaries } from '@/lib/addresses/import-boundaries'
import { database } from '@/lib/db/client'
import type { BoundaryKind } from '@/lib/db/generated/enums'
import { beginAnew } from './begin-anew'
import { square } from './factories'
import { CLI, fileOf, NOW } from './import-files'

export interface Feature {
  properties: Record<string, unknown>
  geometry: unknown
}

/** A place whose outline is a square on the grid of the factories. */
export const at = (x: number, y: number, size: number, properties: Record<string, unknown>): Feature => ({
  properties,
  geometry: square(x, y, size),
})
export const ring = (coordinates: Position[]): unknown => ({ type: 'Polygon', coordinates: [coordinates] })

export function collection(features: Feature[]): string {
  const text = JSON.stringify({ type: 'FeatureCollection', features: features.map((feature) => ({ type: 'Feature', ...feature })) })
  return fileOf([text], 'boundaries.geojson')
}

export function load(kind: BoundaryKind, features: Feature[], request: object = {}) {
  return importBoundaries(CLI, { file: collection(features), kind, ...request }, NOW)
}

export const TOWNS = [at(0, 0, 10, { name: 'Galliera', code: '037028' }), at(10, 0, 10, { name: 'Pieve di Cento', code: '037048' })]

/** Two municipalities without an outline. */
export async function beginWithTowns(): Promise<void> {
  const db = database()
  await beginAnew('boundary', 'municipality', 'street', 'address', 'import_run')
  await db.municipality.createMany({ data: ['Galliera', 'Pieve di Cento'].map((name) => ({ country: 'IT', name })) })
}
