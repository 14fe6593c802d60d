'use client'

import { useEffect, useState } from 'react'
import type { MapState } from './use-map'

/** Whether some tile could not be loaded since the map was moved last: then the library asks for it again. */
export function useTileFailure(state: MapState): boolean {
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    if (state.status !== 'ready') return
    const { map } = state
    const fail = () => setFailed(true)
    const forget = () => setFailed(false)
    map.on('error', fail)
    map.on('movestart', forget)
    return () => {
      map.off('error', fail)
      map.off('movestart', forget)
    }
  }, [state])
  return hasFailed
}
