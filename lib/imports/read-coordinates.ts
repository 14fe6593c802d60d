import { badInput } from '@/lib/errors'
import type { Row } from './row'

export interface Coordinates {
  lat: number
  lon: number
}

/** Degrees to this many decimals are about a centimetre: finer differences are noise of somebody's export. */
const DECIMALS = 1e7

const DEGREES = /^[+-]?\d{1,9}(?:[.,]\d+)?(?:e-?\d{1,2})?$/i

function readDegrees(row: Row, field: 'lat' | 'lon'): number | null {
  const text = row.filled(field)
  if (text === null) return null
  if (!DEGREES.test(text)) throw badInput('import_bad_coordinate', field, { value: text })
  const degrees = Number(text.includes(',') ? text.replace(',', '.') : text)
  return Math.round(degrees * DECIMALS) / DECIMALS
}

/**
 * A row's `lat` and `lon` in degrees (WGS84), or null where it has neither. A decimal comma is understood.
 * Throws for half a pair, 0,0, what is out of range and what is only in range the other way round.
 */
export function readCoordinates(row: Row): Coordinates | null {
  const lat = readDegrees(row, 'lat')
  const lon = readDegrees(row, 'lon')
  if (lat === null && lon === null) return null
  if (lat === null || lon === null) throw badInput('import_value_missing', lat === null ? 'lat' : 'lon')
  if (lat === 0 && lon === 0) throw badInput('import_coordinates_zero', 'lat')
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) throw badInput('import_coordinates_swapped', 'lat')
  if (Math.abs(lat) > 90) throw badInput('import_not_degrees', 'lat', { value: lat })
  if (Math.abs(lon) > 180) throw badInput('import_not_degrees', 'lon', { value: lon })
  return { lat, lon }
}
