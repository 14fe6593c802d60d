import type { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canServeCallers } from '@/lib/auth/policies'
import { changeContacts } from '@/lib/contacts/change-contacts'
import { findRemainingChannels } from '@/lib/contacts/queries'
import { transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Channel } from '@/lib/db/generated/enums'
import { parseInput } from '@/lib/parse-input'
import { contactInput } from './call-centre'
import { getContactForUpdate } from './queries'

/**
 * Stops all messages to a telephone, mailbox or chat at its owner's word on the line, for everybody who has it, as a STOP would. Returns by
 * which channels they are still told. Throws `forbidden`, `not_found`.
 */
export async function stopContact(actor: Actor, raw: z.input<typeof contactInput>, now: Date): Promise<{ remaining: Channel[] }> {
  requirePolicy(actor, canServeCallers(actor))
  const { contactId } = parseInput(contactInput, raw)
  return transaction(async (db) => {
    const { channel, value } = await getContactForUpdate(db, contactId)
    const which = Prisma.sql`SELECT id, NULL::text AS reason FROM contact WHERE channel = ${channel}::channel AND value = ${value}`
    await changeContacts(db, actor, { which, state: 'opted_out', action: 'contact.opt_out', cause: null }, now)
    return { remaining: await findRemainingChannels(db, { channel, value }) }
  })
}
