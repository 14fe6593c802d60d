import type { Position } from 'geojson'
import proj4 from 'proj4'
import { badInput } from '@/lib/errors'

/** Metres. WGS84, GRS80 and what stands on them (ETRS89, LKS94, RDN2008, UCS-2000 by its parameters) agree to about a metre without a shift. */
const MODERN_AXIS = 6_378_137

/** proj4's mark for a datum of which nothing is known but its ellipsoid. */
const NO_SHIFT = 5

interface Datum {
  datum_type: number
  a: number
}

function nameOf(wkt: string): string {
  return /^\s*\w+\[\s*"([^"]{1,80})"/.exec(wkt)?.[1] ?? '?'
}

/**
 * What turns positions of a projection (the text of a .prj) into WGS84. Throws `bad_input` for a text that is none, and for a datum whose shift
 * is not known: Gauss-Boaga without it lies 100 m beside, and nobody would see.
 */
export function openProjection(wkt: string): (position: Position) => Position {
  let projection: { datum?: Datum }
  try {
    projection = new (proj4 as unknown as { Proj: new (wkt: string) => { datum?: Datum } }).Proj(wkt)
  } catch {
    throw badInput('area_projection_unknown', 'area', { projection: nameOf(wkt) })
  }
  const { datum } = projection
  if (!datum || (datum.datum_type === NO_SHIFT && Math.abs(datum.a - MODERN_AXIS) > 1)) {
    throw badInput('area_projection_inexact', 'area', { projection: nameOf(wkt) })
  }
  const { forward } = proj4(wkt, 'EPSG:4326')
  return ([x = 0, y = 0]) => forward([x, y])
}
