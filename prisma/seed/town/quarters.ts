import { corners } from '../plane/corners'
import type { Polygon } from '../plane/polygon'
import type { Theme } from './street-names'
import { oldTown } from './walls'

/** How buildings stand: wall to wall, in blocks of flats, in gardens, as workshops, or as farms. */
export type Style = 'old' | 'terrace' | 'blocks' | 'villas' | 'works' | 'farms'

export interface Quarter {
  name: string
  theme: Theme
  style: Style
  /** District heating has come here. */
  heated: boolean
  outline: Polygon
  /** How the grid of its streets lies; the old town has none. */
  grid?: Grid
}

export interface Grid {
  /** Where the long streets head, in degrees from the east. */
  angle: number
  /** Metres between the long streets, and between the cross streets. */
  rows: number
  columns: number
  /** How far the streets bend off the grid, in metres. */
  bend: number
  /** Share of the spans that were never built. */
  gaps: number
}

/** The town's parts. The first that holds a place gives it its name and style. */
export const quarters: Quarter[] = [
  { name: 'Centro storico', theme: 'trades', style: 'old', heated: true, outline: oldTown },
  {
    name: 'Borgo Nuovo',
    theme: 'risorgimento',
    style: 'terrace',
    heated: true,
    outline: corners(
      '-636,376 -420,306 -236,232 -160,290 0,322 170,285 262,232 480,372 800,545 1050,760 1085,846 780,855 420,795 34,747 -420,695 -640,660',
    ),
    grid: { angle: 6, rows: 82, columns: 118, bend: 3, gaps: 0.04 },
  },
  {
    name: 'San Rocco',
    theme: 'science',
    style: 'blocks',
    heated: true,
    outline: corners('270,226 330,120 352,-10 640,14 980,34 1235,90 1290,300 1400,640 1280,860 1120,830 800,540 480,368'),
    grid: { angle: 22, rows: 104, columns: 150, bend: 16, gaps: 0.06 },
  },
  {
    name: 'Prati',
    theme: 'cities',
    style: 'villas',
    heated: false,
    outline: corners('360,-30 640,6 980,26 1180,60 1080,-130 860,-380 540,-500 330,-400 300,-260'),
    grid: { angle: -38, rows: 78, columns: 132, bend: 20, gaps: 0.07 },
  },
  {
    name: 'Le Vigne',
    theme: 'wine',
    style: 'villas',
    heated: false,
    outline: corners('-372,10 -600,-50 -960,-22 -1500,-130 -1640,260 -1420,570 -1130,510 -800,410 -430,290 -260,205 -350,130'),
    grid: { angle: 14, rows: 76, columns: 128, bend: 26, gaps: 0.07 },
  },
  {
    name: 'Ponente',
    theme: 'music',
    style: 'blocks',
    heated: false,
    outline: corners('-376,-20 -600,-66 -960,-40 -1500,-160 -1540,-520 -1290,-700 -740,-560 -360,-390 -270,-240'),
    grid: { angle: -17, rows: 92, columns: 126, bend: 14, gaps: 0.06 },
  },
  {
    name: 'Oltrefiume',
    theme: 'rivers',
    style: 'villas',
    heated: false,
    outline: corners(
      '-760,-850 -420,-690 -60,-610 180,-610 420,-760 720,-720 900,-600 840,-900 560,-1040 140,-1120 -120,-1180 -560,-1120 -780,-1010',
    ),
    grid: { angle: -8, rows: 80, columns: 134, bend: 22, gaps: 0.07 },
  },
  {
    name: 'Zona artigianale',
    theme: 'work',
    style: 'works',
    heated: false,
    outline: corners('-1180,740 -400,815 180,870 150,1180 -380,1240 -1120,1120'),
    grid: { angle: 7, rows: 150, columns: 240, bend: 4, gaps: 0.05 },
  },
  {
    name: 'Colle Fiorito',
    theme: 'flowers',
    style: 'villas',
    heated: false,
    outline: corners('560,925 1150,1010 1560,1160 1480,1460 1160,1560 800,1440 560,1240'),
    grid: { angle: 28, rows: 78, columns: 130, bend: 30, gaps: 0.08 },
  },
]

/** Fields and farms, where no quarter is. */
export const countryside: Quarter = { name: 'Cascine', theme: 'rivers', style: 'farms', heated: false, outline: [] }
