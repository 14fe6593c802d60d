import { hashLinkToken } from '@/lib/auth/link-token'
import { database } from '@/lib/db/client'

/** What somebody who opens a link to confirm a mailbox is asked about. */
export interface LinkView {
  /** Enrolled for without a contract. */
  addressId: number | null
  /** Whether it is to be told of somebody's contract. */
  isOfAccount: boolean
}

/** What a link would confirm; null where it opens nothing (any more). Looking uses nothing up: mail programs look, too. */
export async function getLinkViewOrNull(token: string, now: Date): Promise<LinkView | null> {
  const where = { tokenHash: hashLinkToken(token), purpose: 'confirm', usedAt: null, expiresAt: { gt: now } } as const
  const select = { contact: { select: { subscriptions: { select: { addressId: true, accountId: true } } } } } as const
  const proof = await database().contactProof.findFirst({ where, select })
  if (!proof?.contact) return null
  const { subscriptions } = proof.contact
  return {
    addressId: subscriptions.find(({ addressId }) => addressId !== null)?.addressId ?? null,
    isOfAccount: subscriptions.some(({ accountId }) => accountId !== null),
  }
}
