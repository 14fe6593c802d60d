import type { CoverageCounts, CoverageDay } from '@/lib/coverage/coverage'

/** The drawing's size and margins, in units of its view box. */
export const FRAME = { width: 720, height: 300, left: 48, right: 16, top: 14, bottom: 34 } as const

export interface PlotPoint {
  x: number
  y: number
}

/** The top of the scale: the next ten percent above the highest share, at least ten. */
export function topOf(days: readonly CoverageDay[]): number {
  const highest = Math.max(...days.map(({ withAny, accounts }) => (accounts > 0 ? withAny / accounts : 0)))
  return Math.min(1, Math.max(0.1, Math.ceil(highest * 10) / 10))
}

/** Where days stand from left to right by their date, and shares from bottom to top. */
export function plot(days: readonly CoverageDay[], figure: keyof CoverageCounts, top: number): PlotPoint[] {
  const times = days.map(({ day }) => Date.parse(day))
  const first = times[0] ?? 0
  const span = Math.max(1, (times.at(-1) ?? 0) - first)
  const width = FRAME.width - FRAME.left - FRAME.right
  const height = FRAME.height - FRAME.top - FRAME.bottom
  return days.map((counts, index) => {
    const share = counts.accounts > 0 ? counts[figure] / counts.accounts : 0
    return {
      x: FRAME.left + (((times[index] ?? first) - first) / span) * width,
      y: FRAME.top + (1 - share / top) * height,
    }
  })
}
