import type { Line } from '../plane/line'
import type { Point } from '../plane/point'
import { planFeeders } from './feeders'
import { nearestJunction } from './nearest-junction'
import { type Network, NetworkBuilder, type NetworkNode } from './network'
import { shortestWays, wayBack } from './shortest-ways'
import type { Junction, StreetGraph } from './street-graph'
import { layStreetLinks } from './street-links'
import { placeTransformers } from './transformers'

const SUBSTATION = { code: 'PS-CABINA-PRIMARIA', place: [-1260, 790] as Point }
const FEEDERS = 4

/** The streets' corners on the way from `from` to `to`. */
function routeBetween({ stretches }: StreetGraph, from: Junction, to: Junction): Line {
  const back = wayBack(shortestWays(stretches, [from]), to)
  let here = to
  const corners = back.flatMap((stretch) => {
    const line = stretch.end === here ? stretch.line.toReversed() : stretch.line
    here = stretch.end === here ? stretch.start : stretch.end
    return line.slice(1)
  })
  return corners.reverse().slice(1)
}

/** Low voltage: a cable in every street. Each is fed by one transformer; where two areas or branches meet, a switch stands open. */
function layLowVoltage(builder: NetworkBuilder, { stretches }: StreetGraph, transformers: readonly Junction[]): Map<Junction, NetworkNode> {
  const nodes = layStreetLinks(builder, stretches, () => 'low_voltage')
  const reached = shortestWays(stretches, transformers)
  for (const stretch of stretches) {
    const link = builder.network.linkIn.get(stretch)
    const isFed = reached.get(stretch.start)?.by === stretch || reached.get(stretch.end)?.by === stretch
    for (const junction of [stretch.start, stretch.end]) {
      const node = nodes.get(junction)
      const isTransformer = reached.get(junction)?.by === null
      const isOpen = !isFed && junction === stretch.end
      if (link && node && (isTransformer || isOpen)) builder.addDevice('switch', link, node, !isOpen)
    }
  }
  return nodes
}

/** Medium voltage: feeders from transformer to transformer. Their far ends are tied by cables whose switch stands open. */
function layMediumVoltage(
  builder: NetworkBuilder,
  graph: StreetGraph,
  nodes: Map<Junction, NetworkNode>,
  transformers: readonly Junction[],
): void {
  const substation = builder.addNode('source', SUBSTATION.place, SUBSTATION.code)
  const gate = nearestJunction(graph.junctions, SUBSTATION.place)
  function lay(from: Junction | null, to: Junction, isTie = false): void {
    const [start, end] = [from ? nodes.get(from) : substation, nodes.get(to)]
    if (!start || !end) return
    const route = from ? routeBetween(graph, from, to) : [gate.point, ...(gate === to ? [] : routeBetween(graph, gate, to))]
    const cable = builder.addLink('medium_voltage', start, end, route)
    builder.addDevice('switch', cable, start)
    builder.addDevice('switch', cable, end, !isTie)
  }
  const feeders = planFeeders(transformers, SUBSTATION.place, FEEDERS)
  for (const feeder of feeders) for (const [index, to] of feeder.entries()) lay(feeder[index - 1] ?? null, to)
  for (const [index, feeder] of feeders.entries()) {
    const [end, nextEnd] = [feeder.at(-1), feeders[index + 1]?.at(-1)]
    if (end && nextEnd) lay(end, nextEnd, true)
  }
}

/** One substation, feeders to the transformers, and from each a net of low-voltage cables. */
export function createPowerNetwork(graph: StreetGraph): Network {
  const builder = new NetworkBuilder('power', 'P', [-1.8, 1.8])
  const transformers = placeTransformers(graph.junctions, nearestJunction(graph.junctions, [0, 0]))
  const nodes = layLowVoltage(builder, graph, transformers)
  layMediumVoltage(builder, graph, nodes, transformers)
  return builder.network
}
