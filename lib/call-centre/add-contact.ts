import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canServeCallers } from '@/lib/auth/policies'
import { changeContacts } from '@/lib/contacts/change-contacts'
import { normaliseContact } from '@/lib/contacts/normalise-contact'
import { type ContactEnd, NO_CLAIM } from '@/lib/contacts/queries'
import { type Db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { ContactState, SubscriptionRole } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import { type AddContact, addContactInput, type CallerTarget } from './call-centre'
import { subjectOf } from './get-caller-view'
import { getHolderForUpdate } from './queries'

interface Found {
  id: number
  state: ContactState
}

/**
 * Whoever has this telephone or mailbox already: it is told once, whatever it hears about (lib/contacts/assign-people.ts does the same). `personId` is
 * whom the caller speaks for: what they have claimed themselves is found, too, and vouched for.
 */
async function findKnown(db: Db, { channel, value }: ContactEnd, personId: number): Promise<Found | null> {
  const select = { id: true, state: true } as const
  const known = await db.contact.findFirst({ where: { channel, value, ...NO_CLAIM }, orderBy: { id: 'asc' }, select })
  if (known) return known
  const [claimed] = await db.contact.updateManyAndReturn({ where: { channel, value, personId }, data: { maySignIn: true }, select })
  return claimed ?? null
}

async function getPersonId(db: Db, target: CallerTarget, role: SubscriptionRole): Promise<number> {
  const holderId = await getHolderForUpdate(db, target)
  const isHolder = 'accountId' in target && role === 'holder'
  if (isHolder && holderId !== null) return holderId
  const person = await db.person.create({ data: {}, select: { id: true } })
  if (isHolder) await db.account.update({ where: { id: target.accountId }, data: { holderId: person.id } })
  return person.id
}

async function subscribe(db: Db, contactId: number, target: CallerTarget, role: SubscriptionRole, now: Date): Promise<void> {
  const { accountId = null, addressId = null } = { ...target } as { accountId?: number; addressId?: number }
  await db.$executeRaw`
    INSERT INTO subscription (contact_id, account_id, address_id, role, created_at)
    VALUES (${contactId}, ${accountId}::int, ${addressId}::int, ${role}::subscription_role, ${now})
    ON CONFLICT DO NOTHING`
}

/**
 * Writes down how a caller wants to be told of an account, or of an address without a contract: a telephone (kept in E.164) or a mailbox, in a
 * language. Read back to the caller it is confirmed; else it stays unconfirmed and gets no messages. A number that is known already is told once
 * for everything. Throws `forbidden`, `not_found`, `bad_input`, and `conflict` where its owner said STOP: only the owner takes that back.
 */
export async function addContact(actor: Actor, raw: AddContact, now: Date): Promise<{ contactId: number }> {
  requirePolicy(actor, canServeCallers(actor))
  const { accountId, addressId, channel, language, role, isReadBack, ...input } = parseInput(addContactInput, raw)
  const target: CallerTarget = accountId === undefined ? { addressId: addressId ?? 0 } : { accountId }
  return transaction(async (db) => {
    const { country } = await getUtility(db)
    const end = { channel, value: normaliseContact(channel, input.value, country) }
    const personId = await getPersonId(db, target, role)
    const known = await findKnown(db, end, personId)
    if ((await db.contact.count({ where: { ...end, state: 'opted_out' } })) > 0)
      throw new AppError('conflict', { reason: 'contact_opted_out', field: 'value' })
    const contact =
      known ?? (await db.contact.create({ data: { ...end, personId, language, createdAt: now }, select: { id: true, state: true } }))
    await subscribe(db, contact.id, target, role, now)
    await recordAudit(
      db,
      actor,
      { action: 'contact.add', subject: `contact:${contact.id}`, after: { to: subjectOf(target), channel, language, role, isReadBack } },
      now,
    )
    const which = Prisma.sql`SELECT ${contact.id}::int AS id, NULL::text AS reason`
    if (isReadBack) await changeContacts(db, actor, { which, state: 'confirmed', action: 'contact.confirm', cause: null }, now)
    return { contactId: contact.id }
  })
}
