import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { rememberRefusals } from '@/lib/contacts/refusals'
import { transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { parseInput } from '@/lib/parse-input'

const removeInput = z.object({ addressId: z.coerce.number().int().min(1).max(2_147_483_647) })

/** Has no contact of the actor's hear of a building any more that they look after. Twice is once. Throws `unauthenticated`, `forbidden`. */
export async function removeBuilding(actor: Actor, raw: z.input<typeof removeInput>, now: Date): Promise<void> {
  const { personId } = requireCustomer(actor)
  const { addressId } = parseInput(removeInput, raw)
  await transaction(async (db) => {
    await rememberRefusals(db, Prisma.sql`address_id = ${addressId} AND role = 'building_manager' AND contact.person_id = ${personId}`)
    const where = { addressId, role: 'building_manager', contact: { personId } } as const
    const { count } = await db.subscription.deleteMany({ where })
    if (count > 0)
      await recordAudit(db, actor, { action: 'buildings.remove', subject: `person:${personId}`, before: { address: addressId } }, now)
  })
}
