import { recordAudit } from '@/lib/auth/audit'
import type { Db } from '@/lib/db/client'

/** Whoever has proved an account: a person who is known already, or nobody yet. */
async function chooseHolder(db: Db, holderId: number | null, personId: number | undefined): Promise<number> {
  if (personId !== undefined) return personId
  if (holderId !== null) return holderId
  const { id } = await db.person.create({ data: {}, select: { id: true } })
  return id
}

/**
 * Lets a person see and mend how an account is told, whose proof they gave: as its holder where it has none, else beside the holder. Without
 * a person it is the holder, or somebody new. Returns who it is. May be called again.
 */
export async function giveAccess(db: Db, proved: { accountId: number; personId?: number; source: string }, now: Date): Promise<number> {
  const { accountId, source } = proved
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { holderId: true } })
  const personId = await chooseHolder(db, account.holderId, proved.personId)
  if (account.holderId === personId) return personId
  const { count } = await db.account.updateMany({ where: { id: accountId, holderId: null }, data: { holderId: personId } })
  if (count === 0) await db.accountAccess.createMany({ data: [{ personId, accountId, provedAt: now }], skipDuplicates: true })
  const role = count === 1 ? 'holder' : 'beside_holder'
  await recordAudit(
    db,
    { kind: 'customer', personId, source },
    { action: 'account.prove', subject: `account:${accountId}`, after: { role } },
    now,
  )
  return personId
}
