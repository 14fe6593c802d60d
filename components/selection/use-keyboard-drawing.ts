'use client'

import type { MultiPolygon, Position } from 'geojson'
import { useEffect, useState } from 'react'
import { CURSOR_SHAPES, type CursorShape, setCorner, shapeSoFar, withPolygon } from '@/components/map/draw-cursor'
import { type CornerPlace, findCorner, findPolygon, moveCorner, movePolygon, removeCorner, removePolygon } from '@/components/map/draw-edit'
import { polygonOf } from '@/components/map/draw-shapes'
import { type CursorSpot, useDrawCursor } from '@/components/map/use-draw-cursor'
import type { MapState } from '@/components/map/use-map'
import type { DrawSaid } from './draw-said'
import type { SelectionTool } from './selection-tools'

export interface KeyboardDrawingOptions {
  tool: SelectionTool
  area: MultiPolygon | null
  onArea: (area: MultiPolygon | null) => void
  /** Enter, with a tool that takes what is on the map. */
  onPick: (spot: CursorSpot) => void
  onLeave: () => void
  say: (said: DrawSaid) => void
  /** Whether the pointer has begun a shape: then the keys are Terra Draw's. */
  isPointerDrawing: () => boolean
}

/** What the cursor holds while it edits. */
type Held = { corner: CornerPlace } | { polygon: number; from: Position }

/** As near to a corner as this, in pixels, the cursor means it. */
const REACH = 14

function asShape(tool: SelectionTool): CursorShape | null {
  return CURSOR_SHAPES.find((shape) => shape === tool) ?? null
}

/** Draws, edits and picks by the keys alone: see the hints below `map.draw.keys`. */
export function useKeyboardDrawing(state: MapState, options: KeyboardDrawingOptions) {
  const { tool, area, onArea, onPick, onLeave, say, isPointerDrawing } = options
  const [corners, setCorners] = useState<Position[]>([])
  const [held, setHeld] = useState<Held | null>(null)
  const shape = asShape(tool)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tool starts anew
  useEffect(() => {
    setCorners([])
    setHeld(null)
  }, [tool])

  const distanceFrom = ({ pixel }: CursorSpot) => {
    return ([longitude = 0, latitude = 0]: Position) => {
      if (state.status !== 'ready') return Number.POSITIVE_INFINITY
      const { x, y } = state.map.project([longitude, latitude])
      return Math.hypot(x - pixel.x, y - pixel.y)
    }
  }

  function draw(kind: CursorShape, spot: CursorSpot) {
    const [first] = corners
    const isBack = first !== undefined && corners.length > 2 && distanceFrom(spot)(first) <= REACH
    const next = setCorner(kind, corners, spot.at, isBack)
    setCorners(next.corners)
    if (next.shape) onArea(withPolygon(area, next.shape))
    say(next.shape ? { key: 'finished' } : { key: 'corner', count: next.corners.length })
  }

  function take(spot: CursorSpot) {
    const corner = findCorner(area, distanceFrom(spot), REACH)
    const polygon = findPolygon(area, spot.at)
    if (corner) setHeld({ corner })
    else if (polygon !== null) setHeld({ polygon, from: spot.at })
    say({ key: corner ? 'grabbed_corner' : polygon === null ? 'nothing_here' : 'grabbed_shape' })
  }

  function letGo(holding: Held, { at }: CursorSpot) {
    setHeld(null)
    const next = area && moved(area, holding, at)
    if (next) onArea(next)
    say({ key: 'moved' })
  }

  function remove(spot: CursorSpot) {
    if (tool !== 'edit' || !area) return
    const corner = findCorner(area, distanceFrom(spot), REACH)
    const polygon = findPolygon(area, spot.at)
    setHeld(null)
    if (corner) onArea(removeCorner(area, corner))
    else if (polygon !== null) onArea(removePolygon(area, polygon))
    say({ key: corner || polygon !== null ? 'removed' : 'nothing_here' })
  }

  function finish() {
    if (tool !== 'polygon') return
    const polygon = polygonOf(corners)
    if (polygon) {
      setCorners([])
      onArea(withPolygon(area, polygon))
    }
    say({ key: polygon ? 'finished' : 'too_few' })
  }

  /** Takes the last corner back; false where there is none. */
  function takeBack(): boolean {
    if (corners.length === 0) return false
    setCorners(corners.slice(0, -1))
    say({ key: 'taken_back', count: corners.length - 1 })
    return true
  }

  function leave() {
    const isBusy = corners.length > 0 || held !== null
    setCorners([])
    setHeld(null)
    if (!isBusy) onLeave()
    say({ key: isBusy ? 'dropped' : 'left' })
  }

  const spot = useDrawCursor(state, {
    isOn: tool !== 'look',
    isBusyElsewhere: isPointerDrawing,
    onEnter: (here) => {
      if (shape) draw(shape, here)
      else if (tool !== 'edit') onPick(here)
      else if (held) letGo(held, here)
      else take(here)
    },
    onFinish: finish,
    onBack: takeBack,
    onDelete: remove,
    onEscape: leave,
  })
  const preview = spot && (shape ? shapeSoFar(shape, corners, spot.at) : null)
  const ghost = spot && held && area ? moved(area, held, spot.at) : null
  const polygon = held && ('corner' in held ? held.corner.polygon : held.polygon)
  const shown = polygon === null ? null : (ghost?.coordinates[polygon] ?? null)
  return { spot, corners, preview: preview ?? (shown && { type: 'Polygon' as const, coordinates: shown }), takeBack }
}

function moved(area: MultiPolygon, held: Held, [longitude = 0, latitude = 0]: Position): MultiPolygon {
  if ('corner' in held) return moveCorner(area, held.corner, [longitude, latitude])
  const [east = 0, north = 0] = held.from
  return movePolygon(area, held.polygon, [longitude - east, latitude - north])
}
