import type { TestNetwork } from './network-plain-search'

/** A random number from 0 to below 1, the same row of them for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A small network with loops, parallel links, several sources or none, islands, closed devices, and places with two devices. */
export function randomNetwork(seed: number): TestNetwork {
  const random = randomOf(seed)
  const below = (count: number) => Math.floor(random() * count)
  const nodeCount = 2 + below(30)
  // Sparse networks have chains and islands, dense ones loops.
  const linkCount = Math.max(1, Math.floor(nodeCount * (0.6 + random() * 1.2)))
  const deviceShare = 0.1 + random() * 0.8
  const closedShare = random() * 0.3
  const sourceShare = random() * 0.2
  const nodes = Array.from({ length: nodeCount }, (_, index) => ({ code: `N${index}`, isSource: index === 0 || random() < sourceShare }))
  const links = Array.from({ length: linkCount }, (_, index) => {
    const from = below(nodeCount)
    // Half of them go on from the node before, so that long chains happen.
    const to = random() < 0.5 ? (from + 1) % nodeCount : (from + 1 + below(nodeCount - 1)) % nodeCount
    return { code: `L${index}`, from: `N${from}`, to: `N${to}` }
  })
  const devices: TestNetwork['devices'] = []
  const addDevice = (link: string, node: string) =>
    devices.push({ code: `V${devices.length}`, link, node, conducting: random() >= closedShare })
  for (const { code, from, to } of links) {
    for (const node of [from, to]) {
      if (random() >= deviceShare) continue
      addDevice(code, node)
      if (random() < 0.1) addDevice(code, node)
    }
  }
  const parts = [...nodes.map(({ code }) => `n:${code}`), ...links.map(({ code }) => `l:${code}`)]
  const points = Array.from({ length: below(60) }, (_, index) => ({ code: `P${index}`, on: parts[below(parts.length)] ?? '' }))
  return { nodes, links, devices, points }
}

/** Up to `most` of the list, in random order. */
export function someOf<T>(random: () => number, list: readonly T[], most: number): T[] {
  const shuffled = list.map((item) => ({ item, key: random() })).sort((a, b) => a.key - b.key)
  return shuffled.slice(0, Math.floor(random() * (most + 1))).map(({ item }) => item)
}
