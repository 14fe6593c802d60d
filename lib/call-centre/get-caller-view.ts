import { getAddress } from '@/lib/addresses/queries'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canServeCallers } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import { countReportsAt } from '@/lib/works/supply-reports/queries'
import type { CallerAccount, CallerTarget, CallerView } from './call-centre'
import { findCallerOutages } from './find-caller-outages'
import { findCallNotes } from './note-queries'
import { findAccountsAt, findCallerContacts, findCallerMessages, getCallerAccount } from './queries'

const DAY = 86_400_000

interface Place {
  account: CallerAccount | null
  servicePointId: number | null
  addressId: number | null
}

function placeOf(db: Db, target: CallerTarget): Promise<Place> {
  if ('accountId' in target) return getCallerAccount(db, target.accountId)
  return Promise.resolve({ account: null, servicePointId: null, addressId: target.addressId })
}

/** From so many failed proofs on it is no slip. */
const ALARMING = 3

/** What only concerns an account: who needs help there, and who tried to get into it. */
async function findAccountCares(db: Db, target: CallerTarget): Promise<Pick<CallerView, 'needs' | 'guesses'>> {
  if (!('accountId' in target)) return { needs: [], guesses: null }
  const { accountId } = target
  const [needs, guess] = await Promise.all([
    db.supportNeed.findMany({ where: { accountId }, select: { kind: true }, orderBy: { kind: 'asc' } }),
    db.accountGuess.findFirst({ where: { accountId, failures: { gte: ALARMING } }, select: { failures: true, lastAt: true } }),
  ])
  return { needs: needs.map(({ kind }) => kind), guesses: guess && { failures: guess.failures, lastAt: guess.lastAt.toISOString() } }
}

/** How the audit trail names whom somebody looked at. */
export function subjectOf(target: CallerTarget): string {
  return 'accountId' in target ? `account:${target.accountId}` : `address:${target.addressId}`
}

/**
 * Everything about one caller at once: what is on there, what they were sent, how they are told, what they said before. Contacts are masked,
 * whoever asks. That somebody looked is kept in the audit trail.
 *
 * Throws `forbidden`, `not_found`.
 */
export async function getCallerView(actor: Actor, target: CallerTarget, now: Date): Promise<CallerView> {
  requirePolicy(actor, canServeCallers(actor))
  const db = database()
  const { account, servicePointId, addressId } = await placeOf(db, target)
  const address = addressId === null ? null : await getAddress(addressId, db)
  const [at, outages, contacts, notes, stillNone, cares] = await Promise.all([
    addressId === null ? { accounts: account ? [account] : [], count: account ? 1 : 0 } : findAccountsAt(db, addressId),
    findCallerOutages(db, { addressId, servicePointId }, now),
    findCallerContacts(db, target, now),
    findCallNotes(db, target),
    addressId === null ? 0 : countReportsAt(db, addressId, new Date(now.getTime() - DAY)),
    findAccountCares(db, target),
  ])
  const messages = await findCallerMessages(
    db,
    contacts.map(({ id }) => id),
  )
  await recordAudit(db, actor, { action: 'caller.look', subject: subjectOf(target) }, now)
  return {
    target,
    address: address && { id: address.id, label: address.label, district: address.district },
    account,
    accounts: at.accounts,
    accountCount: at.count,
    asOf: now.toISOString(),
    ...outages,
    ...cares,
    stillNone,
    contacts,
    messages,
    notes,
  }
}
