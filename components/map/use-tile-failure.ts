'use client'

import { useEffect, useState } from 'react'
import type { VectorTileSource } from './map-library'
import type { MapState } from './use-map'

/** Null while all tiles come; else what asks for those again that did not. */
export function useTileFailure(state: MapState): (() => void) | null {
  const [failed, setFailed] = useState<readonly string[]>([])
  useEffect(() => {
    if (state.status !== 'ready') return
    const { map } = state
    const fail = (event: object) => {
      if (!('sourceId' in event)) return
      const source = String(event.sourceId)
      setFailed((before) => (before.includes(source) ? before : [...before, source]))
    }
    map.on('error', fail)
    return () => {
      map.off('error', fail)
    }
  }, [state])
  if (state.status !== 'ready' || failed.length === 0) return null
  return () => {
    setFailed([])
    for (const id of failed) {
      const source = state.map.getSource<VectorTileSource>(id)
      source?.setTiles(source.tiles)
    }
  }
}
