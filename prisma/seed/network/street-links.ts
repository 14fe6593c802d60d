import type { NetworkBuilder, NetworkNode } from './network'
import type { Junction, Stretch } from './street-graph'

/** Lays a link into each stretch and a node at each of their ends. Returns the nodes by junction. */
export function layStreetLinks(
  builder: NetworkBuilder,
  stretches: readonly Stretch[],
  kindOf: (stretch: Stretch) => string,
): Map<Junction, NetworkNode> {
  const nodes = new Map<Junction, NetworkNode>()
  function nodeAt(junction: Junction): NetworkNode {
    const node = nodes.get(junction) ?? builder.addNode('junction', junction.point)
    nodes.set(junction, node)
    return node
  }
  for (const stretch of stretches) {
    const link = builder.addLink(kindOf(stretch), nodeAt(stretch.start), nodeAt(stretch.end), stretch.line.slice(1, -1))
    builder.network.linkIn.set(stretch, link)
  }
  return nodes
}

/** Calls `visit` for both ends of each stretch that end where at least three links meet. */
export function visitBranches(stretches: readonly Stretch[], visit: (stretch: Stretch, junction: Junction) => void): void {
  const meeting = new Map<Junction, number>()
  for (const { start, end } of stretches) for (const junction of [start, end]) meeting.set(junction, (meeting.get(junction) ?? 0) + 1)
  for (const stretch of stretches) {
    for (const junction of [stretch.start, stretch.end]) if ((meeting.get(junction) ?? 0) >= 3) visit(stretch, junction)
  }
}
