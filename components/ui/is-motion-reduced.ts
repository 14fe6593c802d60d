/** Whether the reader asked the system for less motion. For the browser alone. */
export function isMotionReduced(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
