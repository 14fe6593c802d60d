'use client'

import type { MultiPolygon, Position } from 'geojson'
import { useEffect, useRef } from 'react'
import type { Service } from '@/lib/db/generated/enums'
import type { Bounds } from './bounds'
import { MapCanvas } from './map-canvas'
import type { Mark, NumberedArea } from './map-content'
import { showService } from './map-layers'
import { MapNote } from './map-note'
import type { MapWords } from './map-words'
import { showArea, showMarks, showPoint } from './show-area'
import { showNumbered } from './show-numbered'
import { useColourScheme } from './use-colour-scheme'
import { useMap } from './use-map'

export interface AreaMapViewProps {
  area: MultiPolygon | null
  numbered: readonly NumberedArea[]
  point: Position | null
  marks: readonly Mark[]
  token: string | undefined
  network: Service | null
  bounds: Bounds
  words: MapWords
  loading: string
  failed: string
}

/** One area to show: that of the works, or those of all works of a list. */
function allOf(area: MultiPolygon | null, numbered: readonly NumberedArea[]): MultiPolygon | null {
  if (numbered.length === 0) return area
  return { type: 'MultiPolygon', coordinates: numbered.flatMap((one) => one.area?.coordinates ?? []) }
}

export function AreaMapView({ area, numbered, point, marks, token, network, bounds, words, loading, failed }: AreaMapViewProps) {
  const container = useRef<HTMLDivElement>(null)
  const scheme = useColourScheme()
  const state = useMap(container, { token, staff: network !== null, bounds, words, cooperative: true })
  useEffect(() => {
    if (state.status !== 'ready') return
    if (network) showService(state.map, network)
    showArea(state.map, allOf(area, numbered), scheme)
    if (point) return showPoint(state.map, state.library, point, scheme)
  }, [state, network, area, numbered, point, scheme])
  useEffect(() => {
    if (state.status === 'ready') return showMarks(state.map, state.library, marks, scheme)
  }, [state, marks, scheme])
  useEffect(() => {
    if (state.status === 'ready' && numbered.length > 0) return showNumbered(state.map, state.library, numbered)
  }, [state, numbered])
  return (
    <>
      <MapCanvas container={container} />
      {state.status === 'loading' && <MapNote busy>{loading}</MapNote>}
      {state.status === 'failed' && <MapNote>{failed}</MapNote>}
    </>
  )
}
