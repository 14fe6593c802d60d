import { corners } from '../plane/corners'
import { type Line, parallel, smooth } from '../plane/line'
import type { Polygon } from '../plane/polygon'

/** The Lisca comes from the south-west, bends below the old town and leaves to the north-east. */
const COURSE: Line = corners(
  '-4200,-1750 -3300,-1250 -2600,-1500 -1850,-1280 -1350,-820 -750,-640 -320,-455 150,-462 520,-590 880,-470 1130,-130 1340,190 1480,620 1900,980 2500,940 3100,1300 4200,1250',
)

/** The line in the middle of the river. */
export const riverLine: Line = smooth(COURSE, 40)

/** Half the river's width in metres at the n-th point of its line: it swells and narrows as rivers do. */
function halfWidthAt(index: number): number {
  return 30 + 6 * Math.sin(index * 0.23) + 3 * Math.sin(index * 0.71 + 1)
}

/** Metres from the middle of the river within which nobody builds: the widest half and a bank. */
export const RIVER_REACH = 52

/** The water from bank to bank. */
export const riverPolygon: Polygon = [...parallel(riverLine, halfWidthAt), ...parallel(riverLine, (index) => -halfWidthAt(index)).reverse()]

/** A small lake in the water meadows, an old arm of the river. */
export const oldArm: Polygon = smooth(
  corners('-1500,-1130 -1400,-1060 -1330,-1100 -1360,-1190 -1470,-1260 -1610,-1300 -1640,-1250 -1540,-1210'),
  20,
  true,
).slice(0, -1)
