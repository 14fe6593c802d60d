import './map.css'
import type { RefObject } from 'react'

/** The room that a map fills. In a frame of its own, since the library's style sheet makes its container `relative`. */
export function MapCanvas({ container }: { container: RefObject<HTMLDivElement | null> }) {
  return (
    <div className="absolute inset-0">
      <div ref={container} className="size-full" />
    </div>
  )
}
