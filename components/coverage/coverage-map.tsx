'use client'

import { useEffect, useRef } from 'react'
import type { Bounds } from '@/components/map/bounds'
import { MapCanvas } from '@/components/map/map-canvas'
import { MapNote } from '@/components/map/map-note'
import type { MapWords } from '@/components/map/map-words'
import { useColourScheme } from '@/components/map/use-colour-scheme'
import { useMap } from '@/components/map/use-map'
import type { CoverageSquare } from '@/lib/coverage/coverage'
import { showSquares } from './show-squares'

export interface CoverageMapProps {
  squares: CoverageSquare[]
  bounds: Bounds
  token: string | undefined
  words: MapWords
  loading: string
  failed: string
}

/** The squares on the town's own map. */
export function CoverageMap({ squares, bounds, token, words, loading, failed }: CoverageMapProps) {
  const container = useRef<HTMLDivElement>(null)
  const scheme = useColourScheme()
  const state = useMap(container, { token, staff: false, bounds, words, cooperative: true })
  useEffect(() => {
    if (state.status === 'ready') showSquares(state.map, squares, { scheme, isMapbox: Boolean(token) })
  }, [state, squares, scheme, token])
  return (
    <>
      <MapCanvas container={container} />
      {state.status === 'loading' && <MapNote busy>{loading}</MapNote>}
      {state.status === 'failed' && <MapNote>{failed}</MapNote>}
    </>
  )
}
