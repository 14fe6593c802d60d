import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canReadContactValues, canServeCallers } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { type CallerTarget, callerInput } from './call-centre'
import { subjectOf } from './get-caller-view'
import { findContactsOf } from './queries'

/** The whole telephone numbers and addresses behind a caller's screen, by contact: for an admin, and noted in the audit trail. Throws `forbidden`. */
export async function revealContacts(actor: Actor, raw: CallerTarget, now: Date): Promise<Record<number, string>> {
  requirePolicy(actor, canServeCallers(actor) && canReadContactValues(actor))
  const target = parseInput(callerInput, raw)
  return transaction(async (db) => {
    const contacts = await findContactsOf(db, target)
    await recordAudit(db, actor, { action: 'caller.read_contacts', subject: subjectOf(target), after: { contacts: contacts.length } }, now)
    return Object.fromEntries(contacts.map(({ id, value }) => [id, value]))
  })
}
