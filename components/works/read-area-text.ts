import type { MultiPolygon } from 'geojson'
import { AppError, type ErrorDetail } from '@/lib/errors'
import { readPolygons } from '@/lib/works/selection/read-polygons'

export type ReadArea = { area: MultiPolygon } | { problem: ErrorDetail }

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Reads pasted or uploaded GeoJSON by the server's own rules, so that what is wrong is known before anything is sent. */
export function readAreaText(text: string): ReadArea {
  try {
    return { area: readPolygons(parse(text), 'parts.0.area') }
  } catch (error) {
    if (error instanceof AppError) return { problem: error.detail }
    throw error
  }
}
