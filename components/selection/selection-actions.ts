import type { MultiPolygon } from 'geojson'
import type { Boundary, PlaceList } from '@/lib/addresses/boundary'
import type { BoundaryFilter } from '@/lib/addresses/find-boundaries'
import type { StreetsInput } from '@/lib/addresses/resolve-streets'
import type { StreetListPiece, StreetSelection } from '@/lib/addresses/street-list'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { NetworkPlace, TraceRequest } from '@/lib/network/network'
import type { PointPlace } from '@/lib/works/selection/find-point-places'
import type { PointQuestion } from '@/lib/works/selection/is-point-selected'
import type { BoundaryOutline } from '@/lib/works/selection/outline-boundaries'
import type { SelectionTrace } from '@/lib/works/selection/trace-selection'

type Answer<Value> = Promise<ActionResult<Value>>

/** What the editor asks of the server: app/[locale]/(operator)/operator/works/selection-actions.ts, each without its "Action". */
export interface SelectionActions {
  resolveStreets: (input: StreetsInput) => Answer<StreetListPiece[]>
  outlineStreets: (selections: StreetSelection[]) => Answer<MultiPolygon | null>
  listBoundaries: (filter: BoundaryFilter) => Answer<Boundary[]>
  outlineBoundaries: (ids: number[]) => Answer<BoundaryOutline[]>
  resolvePlaces: (input: { text: string }) => Answer<PlaceList>
  trace: (service: Service, request: TraceRequest) => Answer<SelectionTrace>
  findNetworkPlaces: (service: Service, text: string) => Answer<NetworkPlace[]>
  findPointPlaces: (service: Service, codes: string[]) => Answer<PointPlace[]>
  isPointSelected: (input: PointQuestion) => Answer<boolean>
}
