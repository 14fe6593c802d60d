import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canGrantManagers } from '@/lib/auth/policies'
import { maskEnd } from '@/lib/contacts/mask-end'
import { database } from '@/lib/db/client'
import type { ManagerState } from '@/lib/db/generated/enums'

export interface ManagerView {
  personId: number
  name: string
  state: ManagerState
  /** ISO instant. */
  requestedAt: string
  /** Their confirmed contacts, masked, by which staff can ask back. */
  contacts: string[]
  buildings: number
}

/** Whoever said that they look after buildings: those to decide first, then by name. Throws `forbidden`. */
export async function listManagers(actor: Actor): Promise<ManagerView[]> {
  requirePolicy(actor, canGrantManagers(actor))
  const managers = await database().buildingManager.findMany({
    select: {
      ...{ personId: true, name: true, state: true, requestedAt: true },
      person: {
        select: {
          contacts: {
            where: { state: 'confirmed' },
            select: { channel: true, value: true, _count: { select: { subscriptions: { where: { role: 'building_manager' } } } } },
          },
        },
      },
    },
    orderBy: [{ state: 'asc' }, { name: 'asc' }],
  })
  return managers.map(({ requestedAt, person, ...manager }) => ({
    ...manager,
    requestedAt: requestedAt.toISOString(),
    contacts: person.contacts.map(maskEnd),
    buildings: person.contacts.reduce((sum, { _count }) => sum + _count.subscriptions, 0),
  }))
}
