import { add, between, direction, distance, left, type Point, scale } from './point'

export type Line = readonly Point[]

/** A point on a line, `at` metres from its start, and where the line heads there. */
export interface Station {
  point: Point
  heading: Point
}

/** The line's straight pieces. */
export function segmentsOf(line: Line): [Point, Point][] {
  return line.slice(1).map((end, index) => [line[index] as Point, end])
}

/** Metres from the start to each corner. */
export function measures(line: Line): number[] {
  const result = [0]
  for (const [a, b] of segmentsOf(line)) result.push((result.at(-1) ?? 0) + distance(a, b))
  return result
}

export const lengthOf = (line: Line): number => measures(line).at(-1) ?? 0

export function firstOf(line: Line): Point {
  if (!line[0]) throw new Error('The line is empty.')
  return line[0]
}

export const lastOf = (line: Line): Point => line.at(-1) ?? firstOf(line)

/** The station `at` metres along; beyond the ends, the end's. */
export function stationAt(line: Line, at: number): Station {
  let rest = Math.max(0, at)
  const segments = segmentsOf(line)
  for (const [index, [a, b]] of segments.entries()) {
    const length = distance(a, b)
    if (rest <= length || index === segments.length - 1) {
      return { point: between(a, b, Math.min(1, rest / (length || 1))), heading: direction(a, b) }
    }
    rest -= length
  }
  return { point: firstOf(line), heading: [1, 0] }
}

/** The part of the line from `from` to `to` metres. */
export function slice(line: Line, from: number, to: number): Point[] {
  const inner = measures(line).flatMap((at, index) => (at > from + 0.01 && at < to - 0.01 ? [line[index] as Point] : []))
  return [stationAt(line, from).point, ...inner, stationAt(line, to).point]
}

/** The line moved sideways, to the left for positive metres. `offset` may vary along the line. */
export function parallel(line: Line, offset: number | ((index: number) => number)): Point[] {
  return line.map((point, index) => {
    const heading = direction(line[Math.max(0, index - 1)] ?? point, line[Math.min(line.length - 1, index + 1)] ?? point)
    return add(point, scale(left(heading), typeof offset === 'number' ? offset : offset(index)))
  })
}

function catmullRom(p: Point, a: Point, b: Point, n: Point, t: number): Point {
  const blend = (p0: number, p1: number, p2: number, p3: number) =>
    0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t)
  return [blend(p[0], a[0], b[0], n[0]), blend(p[1], a[1], b[1], n[1])]
}

/** A gentle curve through all `corners`, with a point about every `step` metres. `closed` returns to the first. */
export function smooth(corners: Line, step = 18, closed = false): Point[] {
  const count = corners.length
  const corner = (index: number): Point =>
    corners[closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))] ?? firstOf(corners)
  const result: Point[] = [corner(0)]
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const pieces = Math.max(1, Math.round(distance(corner(index), corner(index + 1)) / step))
    for (let piece = 1; piece <= pieces; piece++) {
      result.push(catmullRom(corner(index - 1), corner(index), corner(index + 1), corner(index + 2), piece / pieces))
    }
  }
  return result
}
