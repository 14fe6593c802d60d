/** A network by the positions of its nodes and links. */
export interface PlainNetwork {
  nodes: number
  /** For each link, the positions of its two nodes. */
  from: Int32Array
  to: Int32Array
  /** For each device, its link, and which of the link's ends it stands at: 0 from, 1 to. */
  deviceLinks: Int32Array
  deviceEnds: Uint8Array
}

export interface FoundSegments {
  count: number
  /** For each node and each link, the position of its segment: 0 to before count, in the order in which nodes and then links first meet them. */
  ofNode: Int32Array
  ofLink: Int32Array
}

/** Follows a part to the one that stands for its set, and halves the way for those who follow. */
function findRoot(parents: Int32Array, part: number): number {
  let at = part
  for (;;) {
    const parent = parents[at] ?? at
    if (parent === at) return at
    const above = parents[parent] ?? parent
    parents[at] = above
    at = above
  }
}

/**
 * Divides a network into segments: nodes and links hang together wherever a link meets its node and no device stands, conducting or not.
 * Union-find; takes time and memory by the number of nodes and links.
 */
export function findSegments({ nodes, from, to, deviceLinks, deviceEnds }: PlainNetwork): FoundSegments {
  const links = from.length
  // Bit 1: a device at the from end; bit 2: at the to end.
  const ends = new Uint8Array(links)
  for (let device = 0; device < deviceLinks.length; device++) {
    const link = deviceLinks[device] ?? 0
    ends[link] = (ends[link] ?? 0) | (deviceEnds[device] === 1 ? 2 : 1)
  }
  const parents = Int32Array.from({ length: nodes + links }, (_, part) => part)
  for (let link = 0; link < links; link++) {
    const barred = ends[link] ?? 0
    if ((barred & 1) === 0) parents[findRoot(parents, nodes + link)] = findRoot(parents, from[link] ?? 0)
    if ((barred & 2) === 0) parents[findRoot(parents, nodes + link)] = findRoot(parents, to[link] ?? 0)
  }
  return nameSegments(parents, nodes)
}

function nameSegments(parents: Int32Array, nodes: number): FoundSegments {
  const names = new Int32Array(parents.length).fill(-1)
  const segments = new Int32Array(parents.length)
  let count = 0
  for (let part = 0; part < parents.length; part++) {
    const root = findRoot(parents, part)
    if (names[root] === -1) names[root] = count++
    segments[part] = names[root] ?? 0
  }
  return { count, ofNode: segments.subarray(0, nodes), ofLink: segments.subarray(nodes) }
}
