import { transaction } from '@/lib/db/client'
import { numberNewNetworks } from '@/lib/network/number-new-networks'
import { createTown, type Town } from './town'
import { backdropOf, insertBackdrop } from './write/backdrop'
import { insertBoundaries } from './write/boundaries'
import { insertAccounts, insertServicePoints } from './write/customers'
import { insertDevices, insertLinks, insertNodes } from './write/networks'
import { insertContacts, insertPeople, insertSubscriptions } from './write/people'
import { insertAddresses, insertMunicipality, insertStreets } from './write/places'
import { flagPriorities } from './write/priorities'
import { advanceSequences } from './write/sequences'
import { insertSettings } from './write/settings'
import { insertStaff } from './write/staff'
import { type Write, writeOf } from './write/write'

/** The tables in the order in which they refer to each other. */
function writesOf({ streets, buildings, addresses, networks, servicePoints, accounts, registered }: Town, now: Date): Write[] {
  const { register, holders } = registered
  const parts = networks.map(({ service, nodes, links, devices }) => ({
    nodes: nodes.map((node) => ({ service, ...node })),
    links: links.map((link) => ({ service, ...link })),
    devices: devices.map((device) => ({ service, ...device })),
  }))
  return [
    writeOf('streets', streets, insertStreets),
    writeOf('addresses', addresses, insertAddresses),
    writeOf('map', backdropOf(streets, buildings), insertBackdrop),
    writeOf(
      'networks',
      parts.flatMap(({ nodes }) => nodes),
      insertNodes,
    ),
    writeOf(
      'networks',
      parts.flatMap(({ links }) => links),
      insertLinks,
    ),
    writeOf(
      'networks',
      parts.flatMap(({ devices }) => devices),
      insertDevices,
    ),
    writeOf('service points', servicePoints, insertServicePoints),
    writeOf('people', register.people, (db, rows) => insertPeople(db, rows, now)),
    writeOf('accounts', accounts, (db, rows) => insertAccounts(db, rows, holders)),
    writeOf('contacts', register.contacts, insertContacts),
    writeOf('subscriptions', register.subscriptions, insertSubscriptions),
  ]
}

/**
 * Fills an empty database with the demo town, all or nothing: a seed that is killed leaves it empty, to be seeded again.
 * `onProgress` hears of the rows written so far, of how many, and what they are. Throws when the database is not empty.
 */
export async function seedDemoTown(now: Date, onProgress?: (done: number, total: number, step: string) => void): Promise<void> {
  const writes = writesOf(createTown(), now)
  const total = writes.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  await transaction(async (db) => {
    await insertSettings(db, now)
    await insertStaff(db, now)
    await insertMunicipality(db)
    for (const { step, run } of writes) {
      await run(db, (count) => {
        done += count
        onProgress?.(done, total, step)
      })
    }
    // By what autovacuum notes of these tables while nobody sees their rows, the next statements take minutes.
    await db.$executeRaw`ANALYZE street, address, service_point, person, account, contact, subscription, network_node, network_link, device`
    await flagPriorities(db)
    await insertBoundaries(db)
    await advanceSequences(db)
    await numberNewNetworks(db, now)
  })
}
