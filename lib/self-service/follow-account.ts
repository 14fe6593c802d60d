import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { getOwnContactForUpdate } from '@/lib/contacts/own-contacts'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { ownId, requireOwnAccount } from './require-own'

const followInput = z.object({ accountId: ownId, contactId: ownId })

/** Has a contact of the actor's own hear of an account of theirs, too. Twice is once. Throws `unauthenticated`, `forbidden`, `not_found`. */
export async function followAccount(actor: Actor, raw: z.input<typeof followInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { accountId, contactId } = parseInput(followInput, raw)
  await transaction(async (db) => {
    await requireOwnAccount(db, customer, accountId)
    const { isOwn } = await getOwnContactForUpdate(db, customer, contactId)
    if (!isOwn) throw new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
    const data = [{ contactId, accountId, role: 'holder' as const, createdAt: now }]
    const { count } = await db.subscription.createMany({ data, skipDuplicates: true })
    if (count > 0)
      await recordAudit(db, actor, { action: 'subscription.add', subject: `contact:${contactId}`, after: { account: accountId } }, now)
  })
}
