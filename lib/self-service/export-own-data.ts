import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { maskEnd } from '@/lib/contacts/mask-end'
import { takeProof } from '@/lib/contacts/proofs'
import type { ContactEnd } from '@/lib/contacts/queries'
import { type Db, database } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { findAccountsOf } from './own-queries'

export interface ExportProof {
  proofId: string
  code: string
}

/** Throws `bad_input` unless the code went to a confirmed contact of this person. */
async function requireOwnEnd(db: Db, personId: number, { proofId, code }: ExportProof, now: Date): Promise<void> {
  const { result, proof } = await takeProof(db, { id: proofId, code }, 'sign_in', now)
  if (!proof) throw badInput(`sign_in_code_${result}`, 'code')
  const { channel, value } = proof
  if ((await db.contact.count({ where: { personId, channel, value, state: 'confirmed' } })) === 0)
    throw badInput('sign_in_code_wrong', 'code')
}

async function findContacts(db: Db, personId: number, show: (end: ContactEnd) => string) {
  const contacts = await db.contact.findMany({
    where: { personId },
    orderBy: { id: 'asc' },
    select: {
      ...{ channel: true, value: true, language: true, state: true, confirmedAt: true, createdAt: true, quietFrom: true, quietTo: true },
      subscriptions: {
        select: { accountId: true, addressId: true, role: true, topics: true, pausedUntil: true, renewBy: true, createdAt: true },
      },
      replies: { select: { text: true, at: true } },
    },
  })
  return contacts.map(({ value, ...contact }) => ({ ...contact, value: show({ channel: contact.channel, value }) }))
}

/** What was sent: notices of works, and letters beside them. The codes in these are kept nowhere. */
async function findSent(db: Db, personId: number) {
  const contacts = await db.contact.findMany({ where: { personId }, select: { id: true } })
  const messages = await db.message.findMany({
    where: { contactId: { in: contacts.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: { channel: true, language: true, state: true, subject: true, text: true, createdAt: true, sentAt: true, deliveredAt: true },
  })
  const letters = await db.letter.findMany({
    where: { personId },
    orderBy: { id: 'asc' },
    select: { kind: true, channel: true, language: true, state: true, createdAt: true, sentAt: true },
  })
  return { messages, letters }
}

async function findOwn(db: Db, personId: number, isWhole: boolean) {
  const own = await findAccountsOf(db, [personId])
  const details = await db.account.findMany({
    where: { id: { in: own.map(({ id }) => id) } },
    select: { id: true, meterNumber: true, eicCode: true },
  })
  const accounts = own.map(({ personId: _, ...account }) => {
    const { meterNumber, eicCode } = details.find(({ id }) => id === account.id) ?? {}
    return { ...account, ...(isWhole && { meterNumber, eicCode }) }
  })
  const where = { personId }
  const [supportNeeds, consents, sessions, buildingManager] = await Promise.all([
    db.supportNeed.findMany({ where, select: { accountId: true, kind: true, saidAt: true } }),
    db.consent.findMany({
      where,
      select: { kind: true, textVersion: true, language: true, source: true, givenAt: true, withdrawnAt: true },
    }),
    db.customerSession.findMany({
      where,
      select: { method: true, createdAt: true, seenAt: true, endedAt: true, client: true, agent: true },
    }),
    db.buildingManager.findUnique({ where, select: { name: true, state: true, requestedAt: true } }),
  ])
  return { accounts, supportNeeds, consents, sessions, buildingManager }
}

/**
 * Everything that is kept of somebody, to be written down as JSON (GDPR, art. 20). Ends of contacts and meter numbers are whole only with a code that
 * went to one of these contacts; else ends are masked, and meter numbers left out. Throws `unauthenticated`, `forbidden`, `bad_input` for the code.
 */
export async function exportOwnData(actor: Actor, proof: ExportProof | null, now: Date): Promise<object> {
  const { personId } = requireCustomer(actor)
  const db = database()
  if (proof) await requireOwnEnd(db, personId, proof, now)
  const isWhole = proof !== null
  const show = (end: ContactEnd) => (isWhole ? end.value : maskEnd(end))
  const data = {
    exportedAt: now,
    isWhole,
    ...(await findOwn(db, personId, isWhole)),
    contacts: await findContacts(db, personId, show),
    ...(await findSent(db, personId)),
  }
  await recordAudit(db, actor, { action: 'person.export', subject: `person:${personId}`, after: { isWhole } }, now)
  return data
}
