import { corners } from '../plane/corners'
import { smooth } from '../plane/line'
import { type Way, way } from './way'

const lane = (name: string, drawn: string): Way => way('lane', smooth(corners(drawn), 30), { type: 'Strada', name })
const path = (name: string, drawn: string): Way => way('path', smooth(corners(drawn), 20), { type: 'Sentiero', name })

/** The lanes out to the farms, and the footpaths by the river. */
export const countryLanes: Way[] = [
  lane('della Cascina Grossa', '-1500,-150 -1720,200 -1960,480 -2400,560'),
  lane('dei Mulini', '-1740,-152 -1800,-520 -2100,-760 -2700,-880'),
  lane('del Cimitero', '-1960,480 -1760,660 -1600,1022'),
  lane('vecchia per Valmadonna', '-70,-1400 -700,-1560 -1200,-1880 -1900,-2250'),
  lane('della Fornace', '-110,-1690 420,-1720 900,-1560 1500,-1640'),
  lane('dei Prati Bassi', '1480,-60 1700,-420 1640,-900 1900,-1400'),
  lane('del Casello', '1970,110 2060,460 2400,700 3000,760'),
  lane('della Serra', '1300,1300 1760,1420 2200,1700 2700,1800'),
  lane('delle Rondini', '1420,1660 1000,1740 500,1700 100,1900'),
  lane('del Pozzo Vecchio', '-390,1195 -440,1560 -800,1840 -760,2300'),
  lane('di San Pietro', '-2050,1450 -1500,1640 -1060,1560 -440,1560'),
  path('della Lisca', '-1290,-700 -900,-590 -600,-480 -340,-398'),
  path('del Bosco', '1200,-420 1270,-230 1330,-40 1480,-60'),
]
