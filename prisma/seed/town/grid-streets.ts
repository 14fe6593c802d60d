import { type Line, smooth } from '../plane/line'
import { add, between, type Point, rotate, scale } from '../plane/point'
import { createRandom, type Random } from '../random'
import { isBuildable } from './ground'
import { quarterAt } from './quarter-at'
import type { Grid, Quarter } from './quarters'
import { type Way, way } from './way'
import type { WayIndex } from './way-index'

/** Metres: a street nearer than this to another that runs alike leaves no room for two rows of houses. */
const ROOM = 46
/** Spans of the grid on either side of the quarter's middle: more than any quarter has. */
const SPANS = 16

interface Vertices {
  at(column: number, row: number): Point
}

function middleOf(points: readonly Point[]): Point {
  return scale(
    points.reduce((sum, point) => add(sum, point), [0, 0]),
    1 / points.length,
  )
}

/** The crossings of the grid: spaced a little unevenly, and bent together, so that streets still meet. */
function createVertices({ angle, rows, columns, bend }: Grid, origin: Point, random: Random): Vertices {
  const uneven = () => Array.from({ length: 2 * SPANS + 1 }, () => random.between(-0.09, 0.09))
  const [columnShift, rowShift] = [uneven(), uneven()]
  const phase = random.between(0, 6)
  return {
    at(column, row) {
      const x = (column + (columnShift[column + SPANS] ?? 0)) * columns
      const y = (row + (rowShift[row + SPANS] ?? 0)) * rows
      const bent: Point = [x + bend * Math.sin(y / 170 + phase), y + bend * Math.sin(x / 210 + phase * 2)]
      return add(origin, rotate(bent, angle))
    },
  }
}

function canRun(quarter: Quarter, index: WayIndex, a: Point, b: Point): boolean {
  const samples = [0, 0.25, 0.5, 0.75, 1].map((share) => between(a, b, share))
  return samples.every((place) => quarterAt(place) === quarter && isBuildable(place)) && !index.hasAlongside(a, b, ROOM)
}

/** The runs of crossings along one grid line that can be built: one street each, five to nine spans at most long. */
function runs(line: Point[], canBuild: (a: Point, b: Point) => boolean, gaps: number, random: Random): Line[] {
  const result: Line[] = []
  let run: Point[] = []
  let longest = random.whole(5, 8)
  const close = () => {
    if (run.length > 1) result.push(run)
    run = []
  }
  for (const [index, a] of line.slice(0, -1).entries()) {
    const b = line[index + 1] as Point
    const isOpen = canBuild(a, b) && !random.chance(gaps)
    if (isOpen) run.push(...(run.length === 0 ? [a, b] : [b]))
    if (!isOpen || run.length > longest) {
      close()
      longest = random.whole(5, 8)
    }
  }
  close()
  return result
}

/** Lays the quarter's grid of streets between those already there, and joins its ends to them. */
export function gridStreets(quarter: Quarter, index: WayIndex): Way[] {
  const { grid } = quarter
  if (!grid) return []
  const random = createRandom(quarter.name)
  const vertices = createVertices(grid, middleOf(quarter.outline), random)
  const steps = Array.from({ length: 2 * SPANS + 1 }, (_, step) => step - SPANS)
  const canBuild = (a: Point, b: Point) => canRun(quarter, index, a, b)
  const along = steps.flatMap((row) =>
    runs(
      steps.map((column) => vertices.at(column, row)),
      canBuild,
      grid.gaps,
      random,
    ),
  )
  const athwart = steps.flatMap((column) =>
    runs(
      steps.map((row) => vertices.at(column, row)),
      canBuild,
      grid.gaps,
      random,
    ),
  )
  return [...along, ...athwart].map((line) => way('residential', index.joined(smooth(line, 20), grid.columns * 0.9, isBuildable)))
}
