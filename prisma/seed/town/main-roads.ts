import { corners } from '../plane/corners'
import { type Line, smooth } from '../plane/line'
import { ring, ringBetween } from './walls'
import { type Way, way } from './way'

const road = (type: string, name: string, drawn: Line): Way => way('main', smooth(drawn, 24), { type, name })
const street = (type: string, name: string, drawn: Line): Way => way('residential', smooth(drawn, 24), { type, name })

/** The boulevards where the town walls stood: one round, five names. */
const boulevards: Way[] = [
  way('main', ringBetween(30, 105), { type: 'Viale', name: 'dei Martiri della Libertà' }),
  way('main', ringBetween(105, 190), { type: 'Viale', name: 'delle Mura di Ponente' }),
  way('main', ringBetween(190, 258), { type: 'Viale', name: 'dei Bastioni' }),
  way('main', ringBetween(258, 325), { type: 'Lungofiume', name: 'Cesare Pavese' }),
  way('main', ringBetween(325, 390), { type: 'Viale', name: 'delle Mura di Levante' }),
]

/** The roads that lead out of the gates, and those that tie the quarters together. Laid first: everything else meets them. */
export const mainRoads: Way[] = [
  ...boulevards,
  road('Viale', 'della Stazione', [ring(88), ...corners('24,480 30,640 34,752')]),
  road('Piazza', 'Papa Giovanni XXIII', corners('-46,744 34,752 112,762')),
  road('Corso', 'Torino', [ring(140), ...corners('-420,300 -800,420 -1130,520 -1290,668 -1480,900 -1900,1320 -2600,1900')]),
  road('Corso', 'Genova', [ring(181), ...corners('-600,-60 -960,-30 -1500,-150 -2300,-120 -4100,-420')]),
  road('Corso', 'Milano', [ring(357), ...corners('640,10 980,30 1290,90 1640,60 2300,170 4100,20')]),
  road('Viale', 'Europa', [ring(42), ...corners('480,370 800,540 1060,760 1160,980 1300,1300 1500,1900 1600,2600')]),
  road('Via', 'del Ponte', [ring(268), ...corners('-30,-560 -64,-760 -96,-1020 -70,-1400 -160,-1900 -120,-2600')]),
  road('Viale', 'Vittorio Veneto', corners('-1096,508 -800,640 -420,700 34,752 420,800 780,860 1092,850')),
  road(
    'Corso',
    'Oltrefiume',
    corners('-4100,-2560 -2600,-2250 -1800,-1760 -1180,-1180 -760,-860 -420,-720 -60,-720 420,-800 820,-740 1200,-420 1480,-60 1640,60'),
  ),
  street('Via', 'Palmiro Togliatti', corners('640,10 690,200 800,540')),
  street('Via', 'Antonio Gramsci', corners('-600,-60 -640,140 -640,370')),
  street('Via', 'Giacomo Matteotti', [ring(222), ...corners('-420,-340 -760,-420 -1060,-420 -1240,-90')]),
  street('Via', 'dei Canottieri', [ring(322), ...corners('480,-360 760,-350 960,-130 1010,35')]),
]
