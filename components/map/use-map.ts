'use client'

import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { isMotionReduced } from '@/components/ui/is-motion-reduced'
import type { Bounds } from './bounds'
import { loadMapLibrary, type MapLibrary, type MapView } from './map-library'
import type { MapWords } from './map-words'
import { recolour } from './recolour'
import { mapStyle } from './style'
import { useColourScheme } from './use-colour-scheme'

export interface MapOptions {
  /** Mapbox's token, where the installation has one. */
  token: string | undefined
  bounds: Bounds
  words: MapWords
  /** Whether layers for staff are drawn. */
  staff: boolean
  /** Whether the page keeps the wheel and one finger for scrolling. */
  cooperative: boolean
}

export type MapState = { status: 'loading' } | { status: 'failed' } | { status: 'ready'; map: MapView; library: MapLibrary }

/** No tilt and no turning: north is up, as on the plan on the wall. Nearer than zoom 20 there is nothing to see. */
const FLAT = { dragRotate: false, pitchWithRotate: false, touchPitch: false, maxZoom: 20, minZoom: 8 } as const

function createMap(library: MapLibrary, container: HTMLElement, options: MapOptions, scheme: 'light' | 'dark'): MapView {
  const map = new library.Map({
    ...FLAT,
    container,
    style: mapStyle({ scheme, staff: options.staff, mapbox: Boolean(options.token), origin: window.location.origin }),
    bounds: options.bounds,
    fitBoundsOptions: { padding: 48, maxZoom: 17.5 },
    attributionControl: false,
    cooperativeGestures: options.cooperative,
    locale: options.words,
    // Otherwise each name fades in, for which the whole map is painted many times.
    ...(isMotionReduced() && { fadeDuration: 0 }),
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new library.NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new library.ScaleControl({ maxWidth: 120 }), 'bottom-left')
  return map
}

/** A map in `container`, created once from the first `options`, in the reader's colour scheme, and removed with its component. */
export function useMap(container: RefObject<HTMLElement | null>, options: MapOptions): MapState {
  const [state, setState] = useState<MapState>({ status: 'loading' })
  const scheme = useColourScheme()
  const create = useEffectEvent((library: MapLibrary) => container.current && createMap(library, container.current, options, scheme))
  const { token } = options
  useEffect(() => {
    let map: MapView | null = null
    let left = false
    const start = async () => {
      const library = await loadMapLibrary(token)
      if (left) return
      const created = create(library)
      map = created
      created?.once('load', () => setState({ status: 'ready', map: created, library }))
    }
    start().catch(() => setState({ status: 'failed' }))
    return () => {
      left = true
      map?.remove()
    }
  }, [token])
  useEffect(() => {
    if (state.status !== 'ready') return
    recolour(state.map, mapStyle({ scheme, staff: true, mapbox: Boolean(token), origin: window.location.origin }))
  }, [state, scheme, token])
  return state
}
