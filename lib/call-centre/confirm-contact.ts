import type { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canServeCallers } from '@/lib/auth/policies'
import { changeContacts } from '@/lib/contacts/change-contacts'
import { transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { contactInput } from './call-centre'
import { getContactForUpdate } from './queries'

/**
 * Writes down that the caller said that a contact is right: it is told again, and so is whoever else shares a telephone or mailbox that was
 * `unreachable`. Throws `forbidden`, `not_found`, and `conflict` where its owner said STOP: only the owner takes that back.
 */
export async function confirmContact(actor: Actor, raw: z.input<typeof contactInput>, now: Date): Promise<void> {
  requirePolicy(actor, canServeCallers(actor))
  const { contactId } = parseInput(contactInput, raw)
  await transaction(async (db) => {
    const { channel, value, state } = await getContactForUpdate(db, contactId)
    if (state === 'opted_out') throw new AppError('conflict', { reason: 'contact_opted_out', field: 'contactId' })
    const which = Prisma.sql`
      SELECT id, NULL::text AS reason FROM contact
      WHERE channel = ${channel}::channel AND value = ${value} AND (id = ${contactId} OR state = 'unreachable')`
    await changeContacts(db, actor, { which, state: 'confirmed', action: 'contact.confirm', cause: null }, now)
  })
}
