import type { Point } from '../plane/point'
import { createRandom } from '../random'
import { nearestJunction } from './nearest-junction'
import { type Network, NetworkBuilder } from './network'
import type { StreetGraph } from './street-graph'
import { layStreetLinks, visitBranches } from './street-links'

/** Share of the ends of mains that have a valve; every other pipe can be shut at each crossing, so that a street can be isolated alone. */
const MAIN_VALVES = 0.6

const SUPPLIES: { code: string; kind: 'source' | 'tank'; place: Point }[] = [
  { code: 'WS-POZZI-PRATI', kind: 'source', place: [1790, -600] },
  { code: 'WS-POZZI-MULINI', kind: 'source', place: [-2120, -690] },
  { code: 'WT-COLLE-FIORITO', kind: 'tank', place: [1200, 1690] },
]

/** Pipes in every street, fed by two well fields and the tank on the hill. */
export function createWaterNetwork({ stretches }: StreetGraph): Network {
  const random = createRandom('water')
  const builder = new NetworkBuilder('water', 'W', [0, 0])
  const nodes = layStreetLinks(builder, stretches, ({ street }) => (street.way.kind === 'main' ? 'main' : 'distribution'))
  visitBranches(stretches, (stretch, junction) => {
    const link = builder.network.linkIn.get(stretch)
    const node = nodes.get(junction)
    if (link && node && (link.kind !== 'main' || random.chance(MAIN_VALVES))) builder.addDevice('valve', link, node)
  })
  for (const { code, kind, place } of SUPPLIES) {
    const junction = nodes.get(nearestJunction(nodes.keys(), place))
    if (!junction) continue
    const supply = builder.addNode(kind, place, code)
    builder.addDevice('valve', builder.addLink('main', supply, junction, []), supply)
  }
  return builder.network
}
