import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEnrol } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { recordConsent } from '../consent'
import { sendProof } from '../letters/send-proof'
import { type OwnEnd, readOwnEnd } from '../read-own-end'
import { subscribe } from '../subscribe'

const startEnrolmentInput = z.object({
  addressId: z.coerce.number().int().min(1).max(2_147_483_647),
  /** A mobile number or a mailbox: whichever it reads as. */
  value: line(3, 254),
  language: z.enum(LOCALES),
  /** Whether they agreed to be told, in the words of CONSENT_VERSION. */
  hasAgreed: z.boolean(),
})
export type StartEnrolment = z.input<typeof startEnrolmentInput>

/** Milliseconds within which the same form, sent again, is a second click. */
const SECOND_CLICK = 30_000

/** The code of the same form, where it has just been sent. */
async function findOpen(db: Db, { channel, value }: OwnEnd, addressId: number, now: Date): Promise<string | null> {
  const contact = { state: 'unconfirmed', subscriptions: { some: { addressId } }, consents: { some: { source: 'enrolment' } } } as const
  const since = new Date(now.getTime() - SECOND_CLICK)
  const where = { channel, value, purpose: 'confirm', usedAt: null, createdAt: { gt: since }, expiresAt: { gt: now }, contact } as const
  return (await db.contactProof.findFirst({ where, select: { id: true } }))?.id ?? null
}

/** Somebody new, whoever has that end: who they are shows when the code comes back. */
async function addStranger(db: Db, { channel, value }: OwnEnd, language: Locale, now: Date) {
  const { id: personId } = await db.person.create({ data: {}, select: { id: true } })
  const contact = { personId, channel, value, language }
  return { ...contact, ...(await db.contact.create({ data: { ...contact, createdAt: now }, select: { id: true } })) }
}

/**
 * Begins to enrol a telephone or mailbox for an address without a contract, and sends it a code or link; nothing is told before that comes back. Does
 * and says the same whether the end or the address is known. For anyone. Returns the proof's id, by which the code is typed in.
 *
 * Throws `bad_input` (not agreed, no such number, a landline, a foreign or paid one), `not_found` for an address that there is not, `too_many_requests`.
 */
export async function startEnrolment(actor: Actor, raw: StartEnrolment, now: Date): Promise<{ proofId: string }> {
  requirePolicy(actor, canEnrol(actor))
  const { addressId, value, language, hasAgreed } = parseInput(startEnrolmentInput, raw)
  if (!hasAgreed) throw badInput('consent_missing', 'consent')
  return transaction(async (db) => {
    const end = await readOwnEnd(db, value.includes('@') ? 'email' : 'sms', value)
    if (end.isLandline) throw badInput('phone_landline', 'value')
    const open = await findOpen(db, end, addressId, now)
    if (open) return { proofId: open }
    const contact = await addStranger(db, end, language, now)
    await subscribe(db, contact.id, { accountIds: [], addressIds: [addressId], role: 'resident' }, now)
    await recordConsent(db, { personId: contact.personId, contactId: contact.id, language, source: 'enrolment' }, now)
    const proofId = await sendProof(db, contact, now)
    await recordAudit(
      db,
      actor,
      { action: 'enrolment.start', subject: `contact:${contact.id}`, after: { address: addressId, channel: end.channel, language } },
      now,
    )
    return { proofId }
  })
}
