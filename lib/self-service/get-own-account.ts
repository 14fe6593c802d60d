import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { findSentOf } from './own-history-queries'
import { findAccountsOf } from './own-queries'
import { findTold } from './own-told-queries'
import { readOwnId } from './require-own'
import type { OwnAccountDetail } from './self-service'
import { findOutagesAt, statusOf, UNKNOWN } from './supply-status'

/** One account with who is told of it, what was sent, and who needs help there. Throws `unauthenticated`, `forbidden`, `not_found`. */
export async function getOwnAccount(actor: Actor, idText: string, now: Date): Promise<OwnAccountDetail> {
  const { personId } = requireCustomer(actor)
  const id = readOwnId(idText, 'account')
  const db = database()
  const account = (await findAccountsOf(db, [personId])).find((own) => own.id === id)
  if (!account) throw new AppError('not_found', { reason: 'account_not_found', field: 'accountId' })
  const { number, service, address, addressId } = account
  const [told, sent, needs, outages] = await Promise.all([
    findTold(db, personId, Prisma.sql`subscription.account_id = ${id}`, now),
    findSentOf(db, personId, id),
    db.supportNeed.findMany({ where: { accountId: id, personId }, select: { kind: true }, orderBy: { kind: 'asc' } }),
    findOutagesAt(addressId === null ? [] : [addressId], now),
  ])
  const at = addressId === null ? undefined : outages.get(addressId)
  return {
    ...{ id, number, service, address, addressId, sent },
    ...(at ? statusOf(at, service) : UNKNOWN),
    told: told.map((one) => one.told),
    needs: needs.map(({ kind }) => kind),
  }
}
