'use client'

import { useQuery } from '@tanstack/react-query'
import type { MultiPolygon, Position } from 'geojson'
import { useMemo } from 'react'
import type { ShownFeature } from '@/components/map/show-features'
import { useSettled } from '@/components/works/use-settled'
import type { StreetSelection } from '@/lib/addresses/street-list'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { PartSelectionDraft } from './part-selection-draft'
import type { SelectionActions } from './selection-actions'
import { boundaryOutlinesQuery, pointPlacesQuery, streetOutlineQuery, streetsQuery, traceQuery } from './selection-queries'
import type { AreaLook } from './show-looks'
import { STREETS_PAUSE } from './street-list-field'

/** What the pointer or the focus is at in a list. */
export interface Pointed {
  street: StreetSelection | null
  place: number | null
}

export interface Reachability {
  reachable: Position[]
  unreachable: Position[]
}

export interface SelectionShapesOptions {
  value: PartSelectionDraft
  service: Service
  actions: SelectionActions
  pointed: Pointed
  reachability: Reachability | undefined
}

const NO_IDS: readonly number[] = []
/** A look at a row in passing asks nothing. */
const POINT_PAUSE = 120

function answerOf<Value>(data: ActionResult<Value> | undefined): Value | undefined {
  return data?.ok ? data.value : undefined
}

function useStreetOutline(actions: SelectionActions, text: string, choices: Record<string, number>): MultiPolygon[] {
  const settled = useSettled(text, STREETS_PAUSE)
  const pieces = useQuery(streetsQuery(actions, settled, choices)).data
  const streets = useMemo(() => (answerOf(pieces) ?? []).flatMap(({ selection }) => selection ?? []), [pieces])
  const outline = answerOf(useQuery(streetOutlineQuery(actions, streets)).data)
  return useMemo(() => (outline ? [outline] : []), [outline])
}

function useBoundaryOutlines(actions: SelectionActions, ids: readonly number[]): MultiPolygon[] {
  const found = useQuery(boundaryOutlinesQuery(actions, ids)).data
  return useMemo(() => (answerOf(found) ?? []).map(({ outline }) => outline), [found])
}

const point =
  (role: ShownFeature['role']) =>
  (coordinates: Position): ShownFeature => ({ role, geometry: { type: 'Point', coordinates } })

/** What the map shows of a selection beside what is drawn: areas by their look, and features by their role. */
export function useSelectionShapes({ value, service, actions, pointed, reachability }: SelectionShapesOptions) {
  const { links, stuck, feeding, add, remove, streetChoices } = value
  const streets = useStreetOutline(actions, value.streets, streetChoices)
  const exceptStreets = useStreetOutline(actions, value.exceptStreets, streetChoices)
  const places = useBoundaryOutlines(actions, value.places)
  const exceptPlaces = useBoundaryOutlines(actions, value.exceptPlaces)
  const at = useSettled(pointed, POINT_PAUSE)
  const pointedStreet = answerOf(useQuery(streetOutlineQuery(actions, at.street ? [at.street] : [])).data)
  const pointedPlace = useBoundaryOutlines(actions, at.place === null ? NO_IDS : [at.place])
  const trace = answerOf(useQuery(traceQuery(actions, service, { links, stuck, feeding })).data)
  const points = answerOf(useQuery(pointPlacesQuery(actions, service, [...add, ...remove])).data)

  const areas = useMemo(
    (): Partial<Record<AreaLook, MultiPolygon[]>> => ({
      named: [...places, ...streets],
      except: [...exceptPlaces, ...exceptStreets],
      pointed: [...(pointedStreet && at.street ? [pointedStreet] : []), ...(at.place === null ? [] : pointedPlace)],
    }),
    [places, streets, exceptPlaces, exceptStreets, pointedStreet, pointedPlace, at],
  )
  const features = useMemo((): ShownFeature[] => {
    const traced = links.length === 0 ? [] : (trace?.shapes.features ?? [])
    return [
      ...(reachability?.reachable ?? []).map(point('reachable')),
      ...(reachability?.unreachable ?? []).map(point('unreachable')),
      ...traced.map(({ properties, geometry }) => ({ role: properties.role, geometry: geometry as ShownFeature['geometry'] })),
      ...(points ?? []).map(({ code, longitude, latitude }) => point(add.includes(code) ? 'added' : 'removed')([longitude, latitude])),
    ]
  }, [reachability, trace, links, points, add])
  return { areas, features }
}
