import { formatAddress } from '@/lib/addresses/addresses'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { maskEnd } from '@/lib/contacts/mask-end'
import { database } from '@/lib/db/client'
import type { OwnBuildings } from './building'
import { findManagedBuildings } from './queries'

/**
 * The buildings that somebody looks after; once the utility has granted it, with how many flats have nobody who is told: a count, never who.
 * Throws `unauthenticated`, `forbidden`.
 */
export async function getOwnBuildings(actor: Actor): Promise<OwnBuildings> {
  const { personId } = requireCustomer(actor)
  const db = database()
  const manager = await db.buildingManager.findUnique({ where: { personId }, select: { name: true, state: true } })
  const where = { personId, state: 'confirmed' } as const
  const contacts = await db.contact.findMany({ where, select: { id: true, channel: true, value: true }, orderBy: { id: 'asc' } })
  const isGranted = manager?.state === 'granted'
  const buildings = await findManagedBuildings(db, personId)
  return {
    manager,
    contacts: contacts.map((contact) => ({ id: contact.id, to: maskEnd(contact) })),
    buildings: buildings.map(({ flats, told, ...address }) => ({
      addressId: address.id,
      label: formatAddress(address),
      figure: isGranted && flats !== null ? { flats, without: Math.max(0, flats - told) } : null,
    })),
  }
}
