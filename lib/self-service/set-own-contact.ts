import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { getOwnContactForUpdate } from '@/lib/contacts/own-contacts'
import { transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { LOCALES } from '@/lib/i18n/locales'
import { parseInput } from '@/lib/parse-input'
import { ownId } from './require-own'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const clock = z.string().trim().regex(CLOCK).or(z.literal(''))

const contactInput = z.object({ contactId: ownId, language: z.enum(LOCALES), quietFrom: clock, quietTo: clock })

/**
 * Says in which language a contact of one's own is told, and when not: "22:00" to "07:00" on the utility's clocks; both empty for no hours of one's
 * own. Throws `unauthenticated`, `forbidden`, `not_found`, `bad_input`.
 */
export async function setOwnContact(actor: Actor, raw: z.input<typeof contactInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { contactId, language, quietFrom, quietTo } = parseInput(contactInput, raw)
  if ((quietFrom === '') !== (quietTo === '')) throw badInput('quiet_hours_half', quietFrom === '' ? 'quietFrom' : 'quietTo')
  if (quietFrom !== '' && quietFrom === quietTo) throw badInput('quiet_hours_same', 'quietTo')
  await transaction(async (db) => {
    const { isOwn } = await getOwnContactForUpdate(db, customer, contactId)
    if (!isOwn) throw new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
    const after = { language, quietFrom: quietFrom || null, quietTo: quietTo || null }
    const select = { language: true, quietFrom: true, quietTo: true } as const
    const before = await db.contact.findUniqueOrThrow({ where: { id: contactId }, select })
    await db.contact.update({ where: { id: contactId }, data: after })
    await recordAudit(db, actor, { action: 'contact.set_own', subject: `contact:${contactId}`, before, after }, now)
  })
}
