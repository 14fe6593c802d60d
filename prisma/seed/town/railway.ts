import { corners } from '../plane/corners'
import { type Line, parallel, smooth } from '../plane/line'

const COURSE: Line = corners('-4200,180 -2600,420 -1300,660 -400,770 400,850 1200,985 2400,1330 4200,1700')

/** The middle of the line to Alessandria and Pavia. */
export const railLine: Line = smooth(COURSE, 40)

/** Metres from the middle of the line within which nobody builds. */
export const RAIL_REACH = 20

const station = smooth(COURSE, 20).filter(([x]) => x > -420 && x < 330)

/** The tracks: two all the way, two more at the station. */
export const tracks: Line[] = [parallel(railLine, 2.2), parallel(railLine, -2.2), parallel(station, 7), parallel(station, 11.5)]
