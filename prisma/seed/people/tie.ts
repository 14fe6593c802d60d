import type { Network } from '../network/network'
import { type Stretch, stretchesAt } from '../network/street-graph'
import type { Address } from '../town/address'
import type { Street } from '../town/street'

/** What a service point hangs on: the pipe or cable before its door, or a node. */
export type Tie = { node: string; link: null } | { node: null; link: string }

/** Metres: the last houses of a blind street hang on the end of its pipe. */
const END_OF_LINE = 20

/** Finds the stretch of street in front of an address. */
export function createStretchFinder(stretches: readonly Stretch[]): (address: Address) => Stretch | undefined {
  const byStreet = new Map<Street, Stretch[]>()
  for (const stretch of stretches) byStreet.set(stretch.street, [...(byStreet.get(stretch.street) ?? []), stretch])
  return ({ street, at }) => byStreet.get(street)?.find(({ from, to }) => at >= from && at <= to)
}

/** Finds what an address in this stretch hangs on; null where the network does not come. */
export function createTieFinder(network: Network): (address: Address, stretch: Stretch) => Tie | null {
  const meeting = stretchesAt([...network.linkIn.keys()])
  return ({ at }, stretch) => {
    const link = network.linkIn.get(stretch)
    if (!link) return null
    const isLast = meeting.get(stretch.end)?.length === 1 && stretch.to - at < END_OF_LINE
    return isLast ? { node: link.to, link: null } : { node: null, link: link.code }
  }
}
