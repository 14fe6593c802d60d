/** shpjs brings no types; this is what we use of it. */
declare module 'shpjs' {
  import type { Geometry } from 'geojson'

  /** The shapes of a .shp as they stand in it, in its own coordinates; null for an empty one. */
  export function parseShp(shp: ArrayBuffer | Uint8Array): Array<Geometry | null>
}
