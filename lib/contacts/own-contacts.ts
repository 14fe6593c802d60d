import { z } from 'zod'
import type { CustomerActor } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel, ContactState } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'

const ownContact = z.object({
  id: z.number(),
  personId: z.number(),
  channel: z.enum(Channel),
  value: z.string(),
  language: z.string(),
  state: z.enum(ContactState),
  maySignIn: z.boolean(),
})

/** A contact that somebody may act on: their own, or one that is told of an account of theirs. */
export interface OwnContact extends z.infer<typeof ownContact> {
  isOwn: boolean
}

/** The accounts that a person holds, or has proved: a query for their ids. */
export const accountsOf = (personId: number) => Prisma.sql`
  SELECT id FROM account WHERE holder_id = ${personId}::int
  UNION
  SELECT account_id FROM account_access WHERE person_id = ${personId}::int`

/** Whether it is a contact of the person's, or one that is told of an account of theirs: a condition on `contact`. */
const isTheirs = (personId: number) => Prisma.sql`(contact.person_id = ${personId}::int
  OR EXISTS (SELECT FROM subscription WHERE contact_id = contact.id AND account_id IN (${accountsOf(personId)})))`

function notFound(): AppError {
  return new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
}

/** Throws `not_found` unless it is a contact of the actor's, or one that is told of an account of theirs: of others' nobody learns that they exist. */
export async function requireOwnContact(db: Db, { personId }: CustomerActor, contactId: number): Promise<void> {
  const rows = await db.$queryRaw<unknown[]>`SELECT FROM contact WHERE id = ${contactId}::int AND ${isTheirs(personId)}`
  if (rows.length === 0) throw notFound()
}

/** A contact of the actor's, or one that is told of an account of theirs, locked. Throws `not_found`: of others' nobody learns that they exist. */
export async function getOwnContactForUpdate(db: Db, { personId }: CustomerActor, contactId: number): Promise<OwnContact> {
  const rows = await db.$queryRaw`
    SELECT id, person_id AS "personId", channel::text AS channel, value, language, state::text AS state, may_sign_in AS "maySignIn"
    FROM contact
    WHERE id = ${contactId}::int AND ${isTheirs(personId)}
    FOR UPDATE OF contact`
  const [contact] = z.array(ownContact).parse(rows)
  if (!contact) throw notFound()
  return { ...contact, isOwn: contact.personId === personId }
}

/** Throws `not_found` unless all of these accounts are the person's. */
export async function requireOwnAccounts(db: Db, personId: number, accountIds: number[]): Promise<void> {
  if (accountIds.length === 0) return
  const rows = await db.$queryRaw<Array<{ id: number }>>`
    SELECT id FROM account WHERE id = ANY (${accountIds}::int[]) AND id IN (${accountsOf(personId)})`
  if (rows.length < new Set(accountIds).size) throw new AppError('not_found', { reason: 'account_not_found', field: 'accountIds' })
}
