import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canServeCallers } from '@/lib/auth/policies'
import { normaliseContact } from '@/lib/contacts/normalise-contact'
import { NO_CLAIM } from '@/lib/contacts/queries'
import { transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import { type ReplaceContact, replaceContactInput } from './call-centre'
import { getContactForUpdate } from './queries'

/**
 * Puts another telephone or mailbox in the place of one that is wrong; what it hears about stays. What was sent to the old one stays in the
 * ledger as it was. Read back to the caller it is confirmed, else unconfirmed, and told nothing.
 *
 * Throws `forbidden`, `not_found`, `bad_input` (no such number, the same one, a chat), and `conflict` where somebody has the new one already or
 * the old one said STOP.
 */
export async function replaceContact(actor: Actor, raw: ReplaceContact, now: Date): Promise<{ contactId: number }> {
  requirePolicy(actor, canServeCallers(actor))
  const { contactId, isReadBack, ...input } = parseInput(replaceContactInput, raw)
  return transaction(async (db) => {
    const before = await getContactForUpdate(db, contactId)
    const { channel } = before
    if (channel !== 'sms' && channel !== 'email') throw badInput('contact_is_chat', 'contactId')
    if (before.state === 'opted_out') throw new AppError('conflict', { reason: 'contact_opted_out', field: 'value' })
    const value = normaliseContact(channel, input.value, (await getUtility(db)).country)
    if (value === before.value) throw badInput('contact_same_value', 'value')
    if ((await db.contact.count({ where: { channel, value, OR: [NO_CLAIM, { personId: before.personId }] } })) > 0)
      throw new AppError('conflict', { reason: 'contact_exists', field: 'value' })
    const state = isReadBack ? 'confirmed' : 'unconfirmed'
    await db.contact.update({
      where: { id: contactId },
      data: { value, state, unreachableReason: null, maySignIn: true, confirmedAt: isReadBack ? now : null },
    })
    const audited = {
      action: 'contact.replace',
      subject: `contact:${contactId}`,
      before: { state: before.state },
      after: { state, isReadBack },
    }
    await recordAudit(db, actor, audited, now)
    return { contactId }
  })
}
