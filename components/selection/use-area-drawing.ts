'use client'

import type { MultiPolygon } from 'geojson'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { TerraDraw } from 'terra-draw'
import { createDrawing } from '@/components/map/create-drawing'
import { DRAW_MODES, type DrawMode } from '@/components/map/draw-modes'
import type { MapView } from '@/components/map/map-library'
import { PALETTES, type Scheme } from '@/components/map/palette'
import type { MapState } from '@/components/map/use-map'
import { areaOf, giveToDrawing } from './drawn-features'

export interface AreaDrawing {
  /** Whether a shape is begun and not finished. */
  isDrawing: () => boolean
  /** Takes the last corner of a begun shape back; false where there is none. */
  takeBack: () => boolean
  /** Null where no shape is selected. */
  removeSelected: (() => void) | null
  /** What Terra Draw cannot edit, and somebody else has to show. */
  fixed: MultiPolygon | null
}

export interface AreaDrawingOptions {
  scheme: Scheme
  mode: DrawMode
  area: MultiPolygon | null
  /** Hears of each finished shape, and of each finished change of one. */
  onChange: (area: MultiPolygon | null) => void
}

/** Lets `area` be drawn and edited with Terra Draw. An area that comes from elsewhere replaces what is drawn. */
export function useAreaDrawing(state: MapState, { scheme, mode, area, onChange }: AreaDrawingOptions): AreaDrawing {
  const drawing = useRef<TerraDraw>(null)
  /** The area as it came in or went out last, and as Terra Draw has it: rounded, and in an order of its own. */
  const known = useRef({ area: 'null', drawn: 'null', isGiving: false })
  const fixed = useRef<MultiPolygon['coordinates']>([])
  const [shown, setShown] = useState<MultiPolygon | null>(null)
  const [selected, setSelected] = useState<string | number | null>(null)
  const create = useEffectEvent((map: MapView) => createDrawing(map, PALETTES[scheme]))
  const look = useEffectEvent((draw: TerraDraw) => {
    const drawn = areaOf(draw, fixed.current)
    const text = JSON.stringify(drawn)
    if (known.current.isGiving || text === known.current.drawn) return
    known.current = { area: text, drawn: text, isGiving: false }
    onChange(drawn)
  })
  // A layout effect, so that the drawing is taken off the map before the map itself goes.
  useLayoutEffect(() => {
    if (state.status !== 'ready') return
    const draw = create(state.map)
    drawing.current = draw
    known.current = { area: 'null', drawn: 'null', isGiving: false }
    draw.on('finish', () => look(draw))
    draw.on('change', (_ids, type) => type === 'delete' && draw.getModeState() !== 'drawing' && look(draw))
    draw.on('select', setSelected)
    draw.on('deselect', () => setSelected(null))
    return () => {
      draw.stop()
      drawing.current = null
    }
  }, [state])
  useEffect(() => {
    const draw = drawing.current
    const text = JSON.stringify(area)
    if (state.status !== 'ready' || !draw || text === known.current.area) return
    known.current.isGiving = true
    fixed.current = giveToDrawing(draw, area)
    known.current = { area: text, drawn: JSON.stringify(areaOf(draw, fixed.current)), isGiving: false }
    setSelected(null)
    setShown(fixed.current.length > 0 ? { type: 'MultiPolygon', coordinates: fixed.current } : null)
  }, [state, area])
  useEffect(() => {
    if (state.status === 'ready') drawing.current?.setMode(DRAW_MODES[mode].name)
  }, [state, mode])
  return {
    isDrawing: () => drawing.current?.getModeState() === 'drawing',
    takeBack: () => Boolean(drawing.current?.getModeState() === 'drawing' && drawing.current.canUndo() && drawing.current.undo()),
    removeSelected: mode === 'edit' && selected !== null ? () => drawing.current?.removeFeatures([selected]) : null,
    fixed: shown,
  }
}
