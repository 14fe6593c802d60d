import { BoxIndex } from '../plane/box-index'
import { firstOf, type Line, lastOf, segmentsOf } from '../plane/line'
import { add, between, direction, distance, dot, type Point, scale } from '../plane/point'
import { crossing, distanceToSegment, shareNearest } from '../plane/segment'
import type { Way } from './way'

/** One straight piece of a street. */
export interface Piece {
  way: Way
  a: Point
  b: Point
}

/** The streets laid so far, for questions about the neighbourhood of a place. */
export class WayIndex {
  readonly #pieces = new BoxIndex<Piece>()

  add(way: Way): void {
    for (const [a, b] of segmentsOf(way.line)) this.#pieces.add({ way, a, b }, [a, b])
  }

  /** Pieces whose box comes within `reach` metres of the box around `points`. */
  near(points: readonly Point[], reach: number): Set<Piece> {
    return this.#pieces.near(points, reach)
  }

  /** Whether a street runs within `reach` metres of the piece `a`–`b`, in about the same direction. */
  hasAlongside(a: Point, b: Point, reach: number): boolean {
    const middle = between(a, b, 0.5)
    const heading = direction(a, b)
    for (const piece of this.near([middle], reach)) {
      const alike = Math.abs(dot(heading, direction(piece.a, piece.b))) > 0.75
      if (alike && distanceToSegment(middle, piece.a, piece.b) < reach) return true
    }
    return false
  }

  /** The line, continued straight at both ends to the next street where one lies within `reach` metres over free ground. */
  joined(line: Line, reach: number, isFree: (place: Point) => boolean): Point[] {
    const second = line[1] ?? firstOf(line)
    const start = this.#firstHit(firstOf(line), direction(second, firstOf(line)), reach, isFree)
    const end = this.#firstHit(lastOf(line), direction(line.at(-2) ?? lastOf(line), lastOf(line)), reach, isFree)
    return [...(start ? [start] : []), ...line, ...(end ? [end] : [])]
  }

  /** The line with each end moved onto the nearest street within `reach` metres, so that drawn roads truly meet. */
  snapped(line: Line, reach: number): Point[] {
    const start = this.#nearest(firstOf(line), reach) ?? firstOf(line)
    return [start, ...line.slice(1, -1), this.#nearest(lastOf(line), reach) ?? lastOf(line)]
  }

  #nearest(place: Point, reach: number): Point | null {
    const found = [...this.near([place], reach)].map(({ a, b }) => between(a, b, shareNearest(place, a, b)))
    const best = found.sort((one, other) => distance(place, one) - distance(place, other))[0]
    return best && distance(place, best) < reach ? best : null
  }

  #firstHit(from: Point, heading: Point, reach: number, isFree: (place: Point) => boolean): Point | null {
    const to = add(from, scale(heading, reach))
    const hits = [...this.near([from, to], 0)].flatMap((piece) => {
      const hit = crossing(from, to, piece.a, piece.b)
      return hit && hit.share * reach > 0.5 ? [between(from, to, hit.share)] : []
    })
    const hit = hits.sort((a, b) => distance(from, a) - distance(from, b))[0]
    const shares = Array.from({ length: Math.ceil(reach / 10) }, (_, step) => (step * 10) / reach)
    return hit && shares.every((share) => isFree(between(from, hit, share))) ? hit : null
  }
}
