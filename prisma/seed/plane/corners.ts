import type { Point } from './point'

/** Reads drawn corners, written as SVG writes them: "-636,376 -420,306" in metres. */
export function corners(text: string): Point[] {
  return text.split(/\s+/).map((corner) => {
    const [x, y] = corner.split(',').map(Number)
    if (x === undefined || y === undefined || Number.isNaN(x + y)) throw new Error(`Not a corner: ${corner}`)
    return [x, y]
  })
}
