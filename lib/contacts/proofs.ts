import { createHmac, randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hashLinkToken, newLinkToken } from '@/lib/auth/link-token'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel, type ProofPurpose } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { requireProofAllowed } from './proof-limits'
import type { ContactEnd } from './queries'

/** A code is typed off a screen at once; a link waits in a mailbox until somebody reads it. */
export const CODE_MINUTES = 10
export const LINK_HOURS = 24
const CODE_DIGITS = 6
/** One in a hundred thousand guesses its way in, and then only to one code of one end. */
const MOST_TRIES = 10

export interface NewProof extends ContactEnd {
  purpose: ProofPurpose
  /** Whom it confirms; absent for a sign-in. */
  contactId?: number
}

/** What to send: neither code nor token is kept. `id` names the proof to whoever types the code. */
export interface CreatedProof {
  id: string
  code: string
  token: string
}

/** Keyed: a million codes are hashed in a second, so that a plain hash would give them away. */
function hashCode(id: string, code: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET ?? '')
    .update(`proof:${id}:${code}`)
    .digest('hex')
}

/**
 * A new code and link for one end, in the caller's transaction; earlier open ones of the same end, purpose and contact are void from now on.
 * Throws `too_many_requests` as requireProofAllowed does, whether or not anybody has the end.
 */
export async function createProof(db: Db, { purpose, channel, value, contactId }: NewProof, now: Date): Promise<CreatedProof> {
  if (!env().NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is missing: codes are kept hashed with it')
  await requireProofAllowed(db, { channel, value }, now)
  const proof = { id: randomUUID(), code: String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0'), token: newLinkToken() }
  await db.$executeRaw`
    UPDATE contact_proof SET expires_at = ${now}
    WHERE channel = ${channel}::channel AND value = ${value} AND purpose = ${purpose}::proof_purpose
      AND contact_id IS NOT DISTINCT FROM ${contactId ?? null}::int AND used_at IS NULL AND expires_at > ${now}`
  await db.contactProof.create({
    data: {
      ...{ id: proof.id, purpose, channel, value, contactId: contactId ?? null, createdAt: now },
      codeHash: hashCode(proof.id, proof.code),
      tokenHash: hashLinkToken(proof.token),
      expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000),
    },
  })
  return proof
}

/** By what a proof is given: its id with the code, or the token of its link. */
export type GivenProof = { id: string; code: string } | { token: string }

export type ProofResult = 'right' | 'wrong' | 'expired' | 'used' | 'too_many'

export type TakenProof =
  | { result: 'right'; proof: ContactEnd & { id: string; contactId: number | null } }
  | { result: Exclude<ProofResult, 'right'>; proof: null }

const tried = z.array(
  z.object({ id: z.string(), channel: z.enum(Channel), value: z.string(), contactId: z.number().nullable(), isRight: z.boolean() }),
)
const refused = z.array(z.object({ isUsed: z.boolean(), isExpired: z.boolean() }))
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Which proof, whether what was given is right, and until when that may be given. */
function conditionsOf(given: GivenProof, now: Date): { which: Prisma.Sql; isRight: Prisma.Sql; isOpen: Prisma.Sql } | null {
  if ('token' in given) {
    return {
      which: Prisma.sql`token_hash = ${hashLinkToken(given.token)}`,
      isRight: Prisma.sql`true`,
      isOpen: Prisma.sql`expires_at > ${now}`,
    }
  }
  if (!UUID.test(given.id)) return null
  const since = new Date(now.getTime() - CODE_MINUTES * 60_000)
  return {
    which: Prisma.sql`id = ${given.id}::uuid`,
    isRight: Prisma.sql`code_hash = ${hashCode(given.id, given.code.replace(/\D/g, ''))}`,
    isOpen: Prisma.sql`expires_at > ${now} AND created_at > ${since}`,
  }
}

/**
 * Takes a code or link for one purpose: counted, compared and used up in one statement, so that of many at once each is one try and one of them at
 * most is right. To be committed whatever it says: a wrong try counts. A link is never refused for wrong codes.
 */
export async function takeProof(db: Db, given: GivenProof, purpose: ProofPurpose, now: Date): Promise<TakenProof> {
  const conditions = conditionsOf(given, now)
  if (!conditions) return { result: 'wrong', proof: null }
  const { which, isRight, isOpen } = conditions
  const isLink = 'token' in given
  const mayTry = isLink ? Prisma.sql`true` : Prisma.sql`tries < ${MOST_TRIES}`
  const rows = await db.$queryRaw`
    UPDATE contact_proof
    SET tries = tries + ${isLink ? 0 : 1}::int, used_at = CASE WHEN ${isRight} THEN ${now}::timestamptz END
    WHERE ${which} AND purpose = ${purpose}::proof_purpose AND used_at IS NULL AND ${isOpen} AND ${mayTry}
    RETURNING id::text, channel::text AS channel, value, contact_id AS "contactId", used_at IS NOT NULL AS "isRight"`
  const [row] = tried.parse(rows)
  if (row) {
    const { isRight: wasRight, ...proof } = row
    return wasRight ? { result: 'right', proof } : { result: 'wrong', proof: null }
  }
  const [why] = refused.parse(
    await db.$queryRaw`
      SELECT used_at IS NOT NULL AS "isUsed", NOT (${isOpen}) AS "isExpired" FROM contact_proof WHERE ${which} AND purpose = ${purpose}::proof_purpose`,
  )
  if (!why) return { result: 'wrong', proof: null }
  return { result: why.isUsed ? 'used' : why.isExpired ? 'expired' : 'too_many', proof: null }
}
