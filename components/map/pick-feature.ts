/** A place on the screen, in pixels. */
export interface ScreenPoint {
  x: number
  y: number
}

/** What may be under a finger: its lines or points on the screen, and how much it matters. */
export interface PickCandidate {
  paths: ScreenPoint[][]
  /** Lower is drawn on top of higher, and chosen before it where both are within reach. */
  rank: number
}

function distanceToSegment(from: ScreenPoint, start: ScreenPoint, end: ScreenPoint): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((from.x - start.x) * dx + (from.y - start.y) * dy) / length))
  return Math.hypot(from.x - start.x - share * dx, from.y - start.y - share * dy)
}

/** Pixels from a place to the nearest point of paths. */
export function distanceToPaths(from: ScreenPoint, paths: ScreenPoint[][]): number {
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...paths.flatMap((path) => path.map((point, index) => distanceToSegment(from, path[index - 1] ?? point, point))),
  )
}

/** The candidate that a click at `from` means: the lowest rank within `reach` pixels, the nearest of these. Undefined where none is so near. */
export function pickFeature<Candidate extends PickCandidate>(
  from: ScreenPoint,
  candidates: readonly Candidate[],
  reach: number,
): Candidate | undefined {
  const near = candidates
    .map((candidate) => ({ candidate, distance: distanceToPaths(from, candidate.paths) }))
    .filter(({ distance }) => distance <= reach)
  near.sort((a, b) => a.candidate.rank - b.candidate.rank || a.distance - b.distance)
  return near[0]?.candidate
}
