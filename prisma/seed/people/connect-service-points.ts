import type { Service } from '@/lib/db/generated/enums'
import type { Network } from '../network/network'
import type { Stretch } from '../network/street-graph'
import { add, type Point } from '../plane/point'
import { createRandom } from '../random'
import type { Address } from '../town/address'
import type { ServicePoint } from './service-point'
import { createStretchFinder, createTieFinder, type Tie } from './tie'

/** Share of the houses along a heat pipe that took the connection. */
const TOOK_HEAT = 0.92

const LETTERS: Record<Service, string> = { water: 'W', heat: 'H', power: 'P', gas: 'G' }
/** Meters of one house stand a hand apart, so that no two points coincide: metres east and north. */
const NUDGE: Record<Service, Point> = { water: [-0.4, -0.3], heat: [0.4, -0.3], power: [0, 0.4], gas: [0, 0] }
/** Metres from one dwelling's meter to the next. */
const METER_WIDTH = 0.15

/** The dwellings that get a meter each; null stands for one meter for the whole building. */
function metersOf(address: Address, service: Service): (number | null)[] {
  if (address.units > 1 && service !== 'power') return [null]
  return Array.from({ length: address.units }, (_, dwelling) => dwelling)
}

function servicePoint(service: Service, address: Address, tie: Tie, dwelling: number | null): Omit<ServicePoint, 'id' | 'code'> {
  const isShared = dwelling === null
  const point = add(add(address.point, NUDGE[service]), [(dwelling ?? 0) * METER_WIDTH, 0])
  return { service, address, kind: isShared ? 'shared' : 'individual', units: isShared ? address.units : 1, dwelling, ...tie, point }
}

/** The service points of every address: one meter a dwelling, or one for the whole building where water and heat are shared. */
export function connectServicePoints(
  addresses: readonly Address[],
  stretches: readonly Stretch[],
  networks: readonly Network[],
): ServicePoint[] {
  const random = createRandom('service points')
  const stretchBefore = createStretchFinder(stretches)
  const connected = networks.flatMap((network) => {
    const { service } = network
    const tieOf = createTieFinder(network)
    const takes = (address: Address) => service !== 'heat' || (address.building.quarter.heated && random.chance(TOOK_HEAT))
    const points = addresses.flatMap((address) => {
      const stretch = stretchBefore(address)
      const tie = stretch && tieOf(address, stretch)
      return tie && takes(address) ? metersOf(address, service).map((dwelling) => servicePoint(service, address, tie, dwelling)) : []
    })
    return points.map((point, index) => ({ code: `${LETTERS[service]}-${String(index + 1).padStart(6, '0')}`, ...point }))
  })
  return connected.map((point, index) => ({ id: index + 1, ...point }))
}
