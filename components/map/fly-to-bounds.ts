import { isMotionReduced } from '@/components/ui/is-motion-reduced'
import type { Bounds } from './bounds'
import type { MapView } from './map-library'

/** Room around what is shown, in pixels. */
const PADDING = 64

/** Nearer than this, a single house fills the screen. */
const CLOSE = 17.5

/** Moves the map so that `bounds` fills it; at once for readers who asked for less motion. */
export function flyToBounds(map: MapView, bounds: Bounds, maxZoom = CLOSE): void {
  const { clientWidth, clientHeight } = map.getContainer()
  const padding = Math.min(PADDING, clientWidth / 6, clientHeight / 6)
  map.fitBounds(bounds, { padding, maxZoom, ...(isMotionReduced() && { animate: false }) })
}
