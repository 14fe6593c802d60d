'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { ItemInput, MapItem } from '@/lib/geo/map-view/map-view'
import type { ActionResult } from '@/lib/http/action'
import type { Bounds } from './bounds'
import type { MapActions } from './map-actions'
import { showFeatures } from './show-features'
import { useColourScheme } from './use-colour-scheme'
import type { MapState } from './use-map'

export interface Selection {
  item: ItemInput | null
  /** Whether it was clicked on the map, so that the map need not move. */
  isOnMap: boolean
}

/** What is known of the thing that is selected, and its mark on the map. `goTo` hears where it is, unless it was clicked on the map itself. */
export function useSelectedItem(
  state: MapState,
  getMapItem: MapActions['getMapItem'],
  { item: selected, isOnMap }: Selection,
  goTo: (bounds: Bounds) => void,
): UseQueryResult<ActionResult<MapItem>> {
  const move = useEffectEvent(goTo)
  const scheme = useColourScheme()
  const item = useQuery({
    queryKey: ['map-item', selected],
    queryFn: () => (selected ? getMapItem(selected) : Promise.reject(new Error('nothing is selected'))),
    enabled: selected !== null,
  })
  const found = selected && item.data?.ok ? item.data.value : null
  const geometry = found?.geometry ?? null
  useEffect(() => {
    if (found && !isOnMap) move(found.bounds)
  }, [found, isOnMap])
  useEffect(() => {
    if (state.status !== 'ready') return
    showFeatures(state.map, geometry ? [{ role: 'selected', geometry }] : [], scheme, 'selected-item')
  }, [state, geometry, scheme])
  return item
}
