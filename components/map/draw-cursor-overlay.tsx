'use client'

import type { Polygon, Position } from 'geojson'
import type { MapView } from './map-library'
import type { CursorSpot } from './use-draw-cursor'

export interface DrawCursorOverlayProps {
  map: MapView
  spot: CursorSpot
  corners: readonly Position[]
  /** The shape as it would be with a corner at the cursor. */
  preview: Polygon | null
}

const ARM = 16

/** The cross, the corners that are set, and the shape that they make, over the map. */
export function DrawCursorOverlay({ map, spot, corners, preview }: DrawCursorOverlayProps) {
  const onScreen = ([longitude = 0, latitude = 0]: Position) => map.project([longitude, latitude])
  const line = (preview?.coordinates[0] ?? [...corners, spot.at]).map(onScreen)
  const { x, y } = spot.pixel
  const cross = `M${x - ARM} ${y}H${x + ARM}M${x} ${y - ARM}V${y + ARM}`
  return (
    <svg aria-hidden="true" data-testid="draw-cursor" className="pointer-events-none absolute inset-0 z-10 size-full text-brand">
      <polygon
        points={line.map((point) => `${point.x},${point.y}`).join(' ')}
        fill="currentColor"
        fillOpacity="0.18"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeDasharray="6 4"
      />
      {corners.map(onScreen).map((point, index) => (
        <circle
          key={`${point.x} ${point.y}`}
          cx={point.x}
          cy={point.y}
          r={index === 0 ? 8 : 5}
          fill="var(--surface)"
          stroke="currentColor"
          strokeWidth="3"
        />
      ))}
      <path d={cross} stroke="var(--surface)" strokeWidth="6" />
      <path d={cross} stroke="currentColor" strokeWidth="2.5" />
      <circle cx={x} cy={y} r="7" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}
