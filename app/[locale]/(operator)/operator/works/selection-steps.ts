import type { SelectionActions } from '@/components/selection/selection-actions'
import {
  findNetworkPlacesAction,
  findPointPlacesAction,
  isPointSelectedAction,
  listBoundariesAction,
  outlineBoundariesAction,
  outlineStreetsAction,
  resolvePlacesAction,
  resolveStreetsAction,
  traceAction,
} from './selection-actions'

/** What choosing what is cut asks of the server. */
export const SELECTION_STEPS: SelectionActions = {
  resolveStreets: resolveStreetsAction,
  outlineStreets: outlineStreetsAction,
  listBoundaries: listBoundariesAction,
  outlineBoundaries: outlineBoundariesAction,
  resolvePlaces: resolvePlacesAction,
  trace: traceAction,
  findNetworkPlaces: findNetworkPlacesAction,
  findPointPlaces: findPointPlacesAction,
  isPointSelected: isPointSelectedAction,
}
