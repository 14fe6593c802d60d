import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import { listCallCentre } from './list-call-centre'
import { normaliseContact } from './normalise-contact'

/** More mailboxes than these are a mailing list, which has an address of its own. */
const MOST = 10

const input = z.object({ emails: z.array(z.string().trim()).max(MOST) })
export type SetCallCentre = z.input<typeof input>

/** A mailbox of its own, also where a customer has the same: what the call centre is sent is not counted among customers. */
async function addMailbox(db: Db, value: string, language: string, now: Date): Promise<void> {
  await db.person.create({
    data: {
      contacts: {
        create: {
          channel: 'email',
          value,
          language,
          state: 'confirmed',
          confirmedAt: now,
          createdAt: now,
          subscriptions: { create: { role: 'call_centre', createdAt: now } },
        },
      },
    },
  })
}

/**
 * Says which mailboxes the call centre has: each gets an e-mail with every wave. Those that are not named any more get none from now on. The audit trail
 * notes how many there are, not which. Throws `forbidden`, and `bad_input` at `emails` for what is no mailbox.
 */
export async function setCallCentre(actor: Actor, raw: SetCallCentre, now: Date): Promise<{ emails: string[] }> {
  requirePolicy(actor, canEditSettings(actor))
  const { emails } = parseInput(input, raw)
  return transaction(async (db) => {
    const { country, defaultLanguage } = await getUtility(db)
    const wanted = [...new Set(emails.map((email) => normaliseContact('email', email, country)))]
    const before = await listCallCentre(db)
    await db.subscription.deleteMany({ where: { role: 'call_centre', contact: { value: { notIn: wanted } } } })
    for (const email of wanted.filter((value) => !before.includes(value))) await addMailbox(db, email, defaultLanguage, now)
    const count = (list: string[]) => ({ mailboxes: list.length })
    await recordAudit(
      db,
      actor,
      { action: 'utility.call_centre', subject: 'utility:call_centre', before: count(before), after: count(wanted) },
      now,
    )
    return { emails: wanted }
  })
}
