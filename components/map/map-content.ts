import type { MultiPolygon } from 'geojson'

/** A place on the map. `at`: longitude, latitude. */
export interface Mark {
  at: [number, number]
  label: string
}

/** Works of a list: their area bears their number, and leads to their page. */
export interface NumberedArea {
  area: MultiPolygon | null
  number: number
  label: string
  href: string
}
