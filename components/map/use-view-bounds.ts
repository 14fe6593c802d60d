'use client'

import { useEffect, useState } from 'react'
import type { Bounds } from './bounds'
import type { MapState } from './use-map'

/** Degrees to so many parts are about a metre: finer moves show the same. */
const PARTS = 1e5

const round = (degrees: number) => Math.round(degrees * PARTS) / PARTS

/** What the map shows, as it is moved; `initial` until there is a map. Without one, the second value moves what is looked at. */
export function useViewBounds(state: MapState, initial: Bounds): [Bounds, (bounds: Bounds) => void] {
  const [bounds, setBounds] = useState(initial)
  useEffect(() => {
    if (state.status !== 'ready') return
    const { map } = state
    const look = () => {
      const seen = map.getBounds()
      setBounds([
        Math.max(-180, round(seen.getWest())),
        Math.max(-90, round(seen.getSouth())),
        Math.min(180, round(seen.getEast())),
        Math.min(90, round(seen.getNorth())),
      ])
    }
    look()
    map.on('moveend', look)
    return () => {
      map.off('moveend', look)
    }
  }, [state])
  return [bounds, setBounds]
}
