import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { maskEnd } from '@/lib/contacts/mask-end'
import { database } from '@/lib/db/client'
import type { CustomerSignInMethod } from '@/lib/db/generated/enums'

export interface OwnSession {
  id: string
  method: CustomerSignInMethod
  /** ISO instants of real time; seen within five minutes. */
  createdAt: string
  seenAt: string
  client: string
  agent: string
  /** Whether it is the one that asks. */
  isThis: boolean
}

export interface OwnConsent {
  id: number
  kind: string
  /** The contact it is about, masked; null where it is about none, or that is gone. */
  to: string | null
  textVersion: string
  language: string
  source: string
  /** ISO instants. */
  givenAt: string
  withdrawnAt: string | null
}

export interface OwnData {
  sessions: OwnSession[]
  consents: OwnConsent[]
}

/** Where somebody is signed in, and what they agreed to. `now` is real time. Throws `unauthenticated`, `forbidden`. */
export async function getOwnData(actor: Actor, now: Date): Promise<OwnData> {
  const { personId, sessionId } = requireCustomer(actor)
  const db = database()
  const [sessions, consents] = await Promise.all([
    db.customerSession.findMany({ where: { personId, endedAt: null, expiresAt: { gt: now } }, orderBy: { seenAt: 'desc' } }),
    db.consent.findMany({
      where: { personId },
      include: { contact: { select: { channel: true, value: true } } },
      orderBy: { id: 'desc' },
    }),
  ])
  return {
    sessions: sessions.map(({ id, method, createdAt, seenAt, client, agent }) => ({
      ...{ id, method, client, agent, isThis: id === sessionId },
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
    })),
    consents: consents.map(({ id, kind, textVersion, language, source, givenAt, withdrawnAt, contact }) => ({
      ...{ id, kind, textVersion, language, source, to: contact && maskEnd(contact) },
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
  }
}
