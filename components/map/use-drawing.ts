'use client'

import type { Polygon } from 'geojson'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { TerraDraw } from 'terra-draw'
import { createDrawing, finishedPolygons } from './create-drawing'
import { DRAW_MODES, type DrawMode } from './draw-modes'
import type { MapView } from './map-library'
import { PALETTES, type Scheme } from './palette'
import type { MapState } from './use-map'

/** What the buttons beside the map can do just now. */
export interface Drawing {
  /** Whether the map is there to be drawn on. */
  isReady: boolean
  mode: DrawMode
  choose: (mode: DrawMode) => void
  /** Null where there is nothing to undo, redo, or take away. */
  undo: (() => void) | null
  redo: (() => void) | null
  removeSelected: (() => void) | null
  removeAll: (() => void) | null
}

const NOTHING = { shapes: 0, canUndo: false, canRedo: false, selected: null as string | number | null }

/** A drawing on the map. `onChange` hears the finished polygons whenever they have changed. */
export function useDrawing(state: MapState, scheme: Scheme, onChange: (polygons: Polygon[]) => void): Drawing {
  const drawing = useRef<TerraDraw>(null)
  const [mode, setMode] = useState<DrawMode>('polygon')
  const [now, setNow] = useState(NOTHING)
  const announce = useEffectEvent(onChange)
  const create = useEffectEvent((map: MapView) => createDrawing(map, PALETTES[scheme]))
  // A layout effect, so that the drawing is taken off the map before the map itself goes.
  useLayoutEffect(() => {
    if (state.status !== 'ready') return
    const draw = create(state.map)
    drawing.current = draw
    let known = '[]'
    const look = () => {
      const polygons = finishedPolygons(draw)
      setNow((before) => ({ ...before, shapes: polygons.length, canUndo: draw.canUndo(), canRedo: draw.canRedo() }))
      const text = JSON.stringify(polygons)
      if (text !== known) announce(polygons)
      known = text
    }
    draw.on('change', look)
    draw.on('finish', look)
    draw.on('history', look)
    draw.on('select', (id) => setNow((before) => ({ ...before, selected: id })))
    draw.on('deselect', () => setNow((before) => ({ ...before, selected: null })))
    return () => {
      draw.stop()
      drawing.current = null
    }
  }, [state])
  useEffect(() => {
    if (state.status === 'ready') drawing.current?.setMode(DRAW_MODES[mode].name)
  }, [state, mode])
  const act = (work: (draw: TerraDraw) => void) => () => {
    if (drawing.current) work(drawing.current)
  }
  const { selected } = now
  return {
    isReady: state.status === 'ready',
    mode,
    choose: setMode,
    undo: now.canUndo ? act((draw) => draw.undo()) : null,
    redo: now.canRedo ? act((draw) => draw.redo()) : null,
    removeSelected: mode === 'edit' && selected !== null ? act((draw) => draw.removeFeatures([selected])) : null,
    removeAll: now.shapes > 0 ? act(removeAllShapes) : null,
  }
}

/** One by one in Terra Draw's eyes, so that undo brings them back. */
function removeAllShapes(draw: TerraDraw): void {
  const shapes = draw.getSnapshot().filter((feature) => feature.geometry.type === 'Polygon')
  draw.removeFeatures(shapes.flatMap(({ id }) => (id === undefined ? [] : [id])))
}
