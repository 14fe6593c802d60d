import type { Line } from '../plane/line'

export type WayKind = 'main' | 'residential' | 'lane' | 'path'

export interface StreetName {
  /** "Corso" */
  type: string
  /** "Camillo Cavour" */
  name: string
}

/** A street as a line on the plane, before or after it has its name. */
export interface Way {
  kind: WayKind
  line: Line
  /** Metres from the middle of the street to where building ground begins. */
  halfWidth: number
  /** A name of its own; without one, its quarter gives it one. */
  name?: StreetName
}

const HALF_WIDTH: Record<WayKind, number> = { main: 8, residential: 5.5, lane: 3.6, path: 2 }

/** A way of the usual width of its kind. */
export function way(kind: WayKind, line: Line, name?: StreetName): Way {
  return { kind, line, halfWidth: HALF_WIDTH[kind], ...(name && { name }) }
}
