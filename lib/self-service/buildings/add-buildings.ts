import type { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { getOwnContactForUpdate } from '@/lib/contacts/own-contacts'
import { subscribe } from '@/lib/contacts/subscribe'
import { database, transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { addBuildingsInput, MOST_BUILDINGS } from './building'
import { readBuildingList } from './read-building-list'

/**
 * Has a contact of the actor's own hear of every building that a list names, in one message for each works; lines that name none are left out, as
 * the preview said. Again it changes nothing. Returns how many are new. Throws `unauthenticated`, `forbidden`, `not_found`, `conflict` where they have not
 * said that they look after buildings, `bad_input`.
 */
export async function addBuildings(actor: Actor, raw: z.input<typeof addBuildingsInput>, now: Date): Promise<{ added: number }> {
  const customer = requireCustomer(actor)
  const { contactId, text } = parseInput(addBuildingsInput, raw)
  const { found } = await readBuildingList(database(), text)
  const addressIds = found.map(({ id }) => id)
  return transaction(async (db) => {
    const { personId } = customer
    const contact = await getOwnContactForUpdate(db, customer, contactId)
    if (!contact.isOwn) throw new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
    const manager = await db.buildingManager.findUnique({ where: { personId }, select: { state: true } })
    if (!manager || manager.state === 'refused') throw new AppError('conflict', { reason: 'manager_first' })
    const before = await db.subscription.findMany({ where: { contactId, role: 'building_manager' }, select: { addressId: true } })
    const known = new Set(before.map(({ addressId }) => addressId))
    const added = addressIds.filter((id) => !known.has(id)).length
    if (known.size + added > MOST_BUILDINGS)
      throw badInput('building_list_long', 'text', { max: MOST_BUILDINGS, count: known.size + added })
    await subscribe(db, contactId, { accountIds: [], addressIds, role: 'building_manager' }, now)
    await recordAudit(db, actor, { action: 'buildings.add', subject: `contact:${contactId}`, after: { added } }, now)
    return { added }
  })
}
