import { corners } from '../plane/corners'
import { smooth } from '../plane/line'
import type { Point } from '../plane/point'
import type { Polygon } from '../plane/polygon'

export interface Green {
  kind: 'park' | 'wood' | 'cemetery' | 'pitch' | 'vineyard' | 'orchard'
  name: string
  outline: Polygon
}

const round = (corners: Point[]): Polygon => smooth(corners, 16, true).slice(0, -1)

/** Parks and other ground that stays free of buildings and streets. */
export const greens: Green[] = [
  {
    kind: 'park',
    name: 'Giardini Pubblici',
    outline: round(corners('-330,268 -236,300 -150,330 -130,392 -200,424 -320,400 -376,344')),
  },
  {
    kind: 'park',
    name: 'Parco della Rocca',
    outline: round(corners('-402,-84 -386,-44 -340,-34 -296,-52 -290,-96 -330,-128 -380,-122')),
  },
  {
    kind: 'park',
    name: 'Parco Lungofiume',
    outline: round(corners('-700,-548 -520,-470 -330,-405 -352,-432 -560,-540 -720,-612')),
  },
  {
    kind: 'park',
    name: 'Parco San Rocco',
    outline: round(corners('860,190 980,180 1040,260 1010,360 900,380 840,300')),
  },
  {
    kind: 'pitch',
    name: 'Campo sportivo',
    outline: corners('1060,470 1160,452 1190,600 1090,620'),
  },
  {
    kind: 'park',
    name: 'Parco delle Betulle',
    outline: round(corners('-960,180 -850,200 -820,280 -880,330 -990,300')),
  },
  {
    kind: 'cemetery',
    name: 'Cimitero',
    outline: corners('-2060,560 -1840,600 -1870,780 -2090,740'),
  },
  {
    kind: 'park',
    name: 'Prato della Fiera',
    outline: round(corners('180,-930 330,-960 380,-1060 280,-1110 160,-1050')),
  },
  {
    kind: 'wood',
    name: 'Bosco delle Ripe',
    outline: round(corners('-1250,-760 -1080,-690 -860,-640 -800,-668 -1000,-740 -1200,-860')),
  },
  {
    kind: 'wood',
    name: 'Bosco della Lisca',
    outline: round(corners('1240,-300 1340,-150 1395,-20 1440,-60 1380,-190 1260,-340')),
  },
  {
    kind: 'wood',
    name: 'Garzaia',
    outline: round(corners('-1780,-1160 -1600,-1040 -1440,-900 -1500,-860 -1720,-980 -1900,-1100')),
  },
  {
    kind: 'wood',
    name: 'Bosco Grande',
    outline: round(corners('1650,1020 1950,1120 2400,1080 2460,1200 2100,1220 1700,1150')),
  },
  {
    kind: 'vineyard',
    name: 'Vigne di Colle Fiorito',
    outline: round(corners('560,1790 960,1790 1280,1760 1380,2000 1200,2240 800,2140')),
  },
  {
    kind: 'vineyard',
    name: 'Vigne Alte',
    outline: round(corners('-1500,1010 -1360,900 -1260,1080 -1380,1400 -1640,1500 -1720,1240')),
  },
  {
    kind: 'orchard',
    name: 'Frutteti Oltrefiume',
    outline: round(corners('-640,-1590 -300,-1530 -220,-1720 -480,-1900 -780,-1800 -900,-1700')),
  },
  {
    kind: 'orchard',
    name: 'Frutteti dei Prati',
    outline: round(corners('1720,-60 1980,10 2300,60 2360,-320 2060,-560 1780,-480')),
  },
]
