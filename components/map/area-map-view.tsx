'use client'

import type { MultiPolygon, Position } from 'geojson'
import { useEffect, useRef } from 'react'
import type { Bounds } from './bounds'
import { MapNote } from './map-note'
import type { MapWords } from './map-words'
import { showArea, showPoint } from './show-area'
import { useColourScheme } from './use-colour-scheme'
import { useMap } from './use-map'

export interface AreaMapViewProps {
  area: MultiPolygon | null
  point: Position | null
  token: string | undefined
  staff: boolean
  bounds: Bounds
  words: MapWords
  loading: string
  failed: string
}

export function AreaMapView({ area, point, token, staff, bounds, words, loading, failed }: AreaMapViewProps) {
  const container = useRef<HTMLDivElement>(null)
  const scheme = useColourScheme()
  const state = useMap(container, { token, staff, bounds, words, cooperative: true })
  useEffect(() => {
    if (state.status !== 'ready') return
    showArea(state.map, area, scheme)
    if (point) return showPoint(state.map, state.library, point, scheme)
  }, [state, area, point, scheme])
  return (
    <>
      <div ref={container} className="absolute inset-0" />
      {state.status === 'loading' && <MapNote busy>{loading}</MapNote>}
      {state.status === 'failed' && <MapNote>{failed}</MapNote>}
    </>
  )
}
