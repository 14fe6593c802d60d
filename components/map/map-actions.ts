import type { Position } from 'geojson'
import type { ItemInput, MapItem, MapViewList, ViewInput } from '@/lib/geo/map-view/map-view'
import type { ActionResult } from '@/lib/http/action'

/** What the map of staff asks the server. */
export interface MapActions {
  listMapView: (input: ViewInput) => Promise<ActionResult<MapViewList>>
  getMapItem: (input: ItemInput) => Promise<ActionResult<MapItem>>
  /** Things whose code begins like the text. */
  searchNetwork: (text: string) => Promise<ActionResult<ItemInput[]>>
  /** Longitude and latitude. */
  locateAddress: (id: number) => Promise<ActionResult<Position>>
}
