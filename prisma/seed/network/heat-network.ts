import { lengthOf, stationAt } from '../plane/line'
import type { Point } from '../plane/point'
import { createRandom } from '../random'
import { beside } from '../town/building'
import { quarterAt } from '../town/quarter-at'
import { nearestJunction } from './nearest-junction'
import { type Network, NetworkBuilder } from './network'
import { shortestWays } from './shortest-ways'
import type { StreetGraph, Stretch } from './street-graph'
import { layStreetLinks, visitBranches } from './street-links'

const PLANT = { code: 'HS-CENTRALE', place: [1330, 760] as Point }
/** Metres from the street's middle: there stand the houses that a pipe would serve. */
const LOOK = 18
const VALVES = { main: 0.85, distribution: 0.6 }

function isHeated({ line }: Stretch): boolean {
  const { point, heading } = stationAt(line, lengthOf(line) / 2)
  return quarterAt(beside(point, heading, 'left', LOOK)).heated || quarterAt(beside(point, heading, 'right', LOOK)).heated
}

/** Supply pipes in the dense quarters, all fed by one plant. */
export function createHeatNetwork(graph: StreetGraph): Network {
  const random = createRandom('heat')
  const builder = new NetworkBuilder('heat', 'H', [1.8, -1.8])
  const heated = graph.stretches.filter(isHeated)
  const entry = nearestJunction(
    heated.map(({ start }) => start),
    PLANT.place,
  )
  const reached = shortestWays(heated, [entry])
  const served = heated.filter(({ start }) => reached.has(start))
  const nodes = layStreetLinks(builder, served, ({ street }) => (street.way.kind === 'main' ? 'main' : 'distribution'))
  visitBranches(served, (stretch, junction) => {
    const link = builder.network.linkIn.get(stretch)
    const node = nodes.get(junction)
    const share = link?.kind === 'main' ? VALVES.main : VALVES.distribution
    if (link && node && random.chance(share)) builder.addDevice('valve', link, node)
  })
  const first = nodes.get(entry)
  if (first) {
    const plant = builder.addNode('source', PLANT.place, PLANT.code)
    builder.addDevice('valve', builder.addLink('main', plant, first, []), plant)
  }
  return builder.network
}
