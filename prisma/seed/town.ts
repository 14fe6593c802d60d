import { createHeatNetwork } from './network/heat-network'
import type { Network } from './network/network'
import { createPowerNetwork } from './network/power-network'
import { createStreetGraph } from './network/street-graph'
import { createWaterNetwork } from './network/water-network'
import { type Account, openAccounts } from './people/account'
import { connectServicePoints } from './people/connect-service-points'
import { findHolders } from './people/holder'
import { type Registered, registerPeople } from './people/register-people'
import type { ServicePoint } from './people/service-point'
import type { Address } from './town/address'
import type { Building } from './town/building'
import { numberHouses } from './town/house-numbers'
import { layStreets } from './town/layout'
import { raiseBuildings } from './town/raise-buildings'
import { nameStreets, type Street } from './town/street'

/** All of Roccafiume, on its plane of metres. */
export interface Town {
  streets: Street[]
  buildings: Building[]
  addresses: Address[]
  networks: Network[]
  servicePoints: ServicePoint[]
  accounts: Account[]
  registered: Registered
}

/** Grows the town: the same one each time. */
export function createTown(): Town {
  const streets = nameStreets(layStreets())
  const buildings = raiseBuildings(streets.map(({ way }) => way))
  const addresses = numberHouses(streets, buildings)
  const graph = createStreetGraph(streets)
  const networks = [createWaterNetwork(graph), createHeatNetwork(graph), createPowerNetwork(graph)]
  const servicePoints = connectServicePoints(addresses, graph.stretches, networks)
  const accounts = openAccounts(findHolders(servicePoints))
  return { streets, buildings, addresses, networks, servicePoints, accounts, registered: registerPeople(accounts) }
}
