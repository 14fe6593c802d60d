'use client'

import type { Position } from 'geojson'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ScreenPoint } from './pick-feature'
import type { MapState } from './use-map'

/** Pixels that an arrow key moves the cursor; with Shift, and with Alt for the last bit. */
const STEP = 12
const FAR = 60
const NEAR = 1
/** So near to its edge the map moves along, in pixels. */
const MARGIN = 28

const ARROWS: Record<string, [east: number, south: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export interface CursorKeys {
  /** Whether the keys belong to the cursor now; else the map keeps them. */
  isOn: boolean
  /** Asked at each key: whether somebody else needs it, as a drawing that the pointer began. */
  isBusyElsewhere: () => boolean
  onEnter: (at: CursorSpot) => void
  onFinish: () => void
  onBack: () => unknown
  onDelete: (at: CursorSpot) => void
  onEscape: () => void
  onMove?: (at: CursorSpot) => void
}

/** A place on the map, by pixels of its frame and in degrees. */
export interface CursorSpot {
  pixel: ScreenPoint
  at: Position
}

/** Whether a key does something here; `act` gets the place of the cursor. */
function actionOf(key: string, keys: CursorKeys): ((spot: CursorSpot) => void) | null {
  if (key === 'Enter') return keys.onEnter
  if (key === 'f' || key === 'F') return keys.onFinish
  if (key === 'Backspace') return keys.onBack
  if (key === 'Delete') return keys.onDelete
  return key === 'Escape' ? keys.onEscape : null
}

/** A cross on the map that the arrow keys move, while the map has the focus. Null while the pointer is used instead. */
export function useDrawCursor(state: MapState, keys: CursorKeys): CursorSpot | null {
  const [spot, setSpot] = useState<CursorSpot | null>(null)
  const place = useEffectEvent((pixel: ScreenPoint) => {
    if (state.status !== 'ready') return null
    const { lng, lat } = state.map.unproject([pixel.x, pixel.y])
    const placed: CursorSpot = { pixel, at: [lng, lat] }
    setSpot(placed)
    return placed
  })
  const centre = useEffectEvent((): ScreenPoint => {
    const { clientWidth = 0, clientHeight = 0 } = state.status === 'ready' ? state.map.getContainer() : {}
    return { x: Math.round(clientWidth / 2), y: Math.round(clientHeight / 2) }
  })
  const move = useEffectEvent(([east, south]: [number, number], step: number) => {
    if (state.status !== 'ready') return
    const { clientWidth, clientHeight } = state.map.getContainer()
    const from = spot?.pixel ?? centre()
    const to = { x: from.x + east * step, y: from.y + south * step }
    const kept = {
      x: Math.min(Math.max(to.x, MARGIN), clientWidth - MARGIN),
      y: Math.min(Math.max(to.y, MARGIN), clientHeight - MARGIN),
    }
    if (kept.x !== to.x || kept.y !== to.y) state.map.panBy([to.x - kept.x, to.y - kept.y], { animate: false })
    const placed = place(kept)
    if (placed) keys.onMove?.(placed)
  })
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (state.status !== 'ready' || !keys.isOn || event.target !== state.map.getCanvas()) return
    if (event.ctrlKey || event.metaKey || keys.isBusyElsewhere()) return
    const arrow = ARROWS[event.key]
    const act = actionOf(event.key, keys)
    if (event.key === '+' || event.key === '=') state.map.zoomIn({ animate: false })
    else if (event.key === '-') state.map.zoomOut({ animate: false })
    else if (arrow) move(arrow, event.shiftKey ? FAR : event.altKey ? NEAR : STEP)
    else if (act) act(spot ?? place(centre()) ?? { pixel: centre(), at: [0, 0] })
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  const refresh = useEffectEvent(() => spot && place(spot.pixel))
  const appear = useEffectEvent(() => keys.isOn && !spot && place(centre()))
  useEffect(() => {
    if (state.status !== 'ready') return
    const { map } = state
    const container = map.getCanvasContainer()
    const canvas = map.getCanvas()
    const hide = () => setSpot(null)
    const focus = () => canvas.matches(':focus-visible') && appear()
    const keydown = (event: KeyboardEvent) => press(event)
    const moved = () => refresh()
    // Before the map's own keys, and before Terra Draw's.
    container.addEventListener('keydown', keydown, true)
    container.addEventListener('pointerdown', hide, true)
    canvas.addEventListener('focus', focus)
    canvas.addEventListener('blur', hide)
    map.on('move', moved)
    return () => {
      container.removeEventListener('keydown', keydown, true)
      container.removeEventListener('pointerdown', hide, true)
      canvas.removeEventListener('focus', focus)
      canvas.removeEventListener('blur', hide)
      map.off('move', moved)
    }
  }, [state])
  return keys.isOn ? spot : null
}
