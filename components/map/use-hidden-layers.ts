'use client'

import { useState } from 'react'
import { LAYER_GROUPS, type LayerGroup } from './map-layers'

const KEY = 'preavviso.map.hidden-layers'

/** What this browser remembers; nothing where it may not, or remembers something else. */
function readHidden(): LayerGroup[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((group): group is LayerGroup => Object.hasOwn(LAYER_GROUPS, group)) : []
  } catch {
    return []
  }
}

function keepHidden(hidden: readonly LayerGroup[]): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(hidden))
  } catch {
    // A browser that keeps nothing shows all layers next time.
  }
}

/** The layers that are switched off, as this browser remembers them, and what switches one. Only for what is drawn in the browser. */
export function useHiddenLayers(): [hidden: readonly LayerGroup[], toggle: (group: LayerGroup) => void] {
  const [hidden, setHidden] = useState<readonly LayerGroup[]>(readHidden)
  const toggle = (group: LayerGroup) => {
    const next = hidden.includes(group) ? hidden.filter((other) => other !== group) : [...hidden, group]
    keepHidden(next)
    setHidden(next)
  }
  return [hidden, toggle]
}
