import { z } from 'zod'
import { database, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { maskEnd } from '../mask-end'
import { rememberRefusals } from '../refusals'
import { type Enrolment, MOST_ADDRESSES, renewBy } from './enrolment-rules'
import { readEnrolmentToken } from './enrolment-token'
import { extendEnrolment } from './extend-enrolment'

/** How an enrolment stands for whoever has its link. */
export interface EnrolmentView {
  addressId: number
  channel: Channel
  /** Who is told, masked. */
  shown: string
  /** When it ends unless it is renewed; null once it has ended. */
  renewBy: Date | null
}

const views = z.array(z.object({ channel: z.enum(Channel), value: z.string(), renewBy: z.date().nullable() }))

function readToken(token: string): Enrolment {
  const enrolment = readEnrolmentToken(token, env().NEXTAUTH_SECRET ?? '')
  if (!enrolment) throw new AppError('not_found', { reason: 'enrolment_not_found' })
  return enrolment
}

/** How things stand for whoever holds the link of an enrolment; changes nothing. Throws `not_found` for a link that is not ours. */
export async function getLinkedEnrolment(token: string): Promise<EnrolmentView> {
  const { contactId, addressId } = readToken(token)
  const rows = await database().$queryRaw`
    SELECT contact.channel::text AS channel, contact.value, subscription.renew_by AS "renewBy"
    FROM contact LEFT JOIN subscription ON subscription.contact_id = contact.id AND subscription.address_id = ${addressId}
    WHERE contact.id = ${contactId}`
  const [row] = views.parse(rows)
  if (!row) throw new AppError('not_found', { reason: 'enrolment_not_found' })
  return { addressId, channel: row.channel, shown: maskEnd(row), renewBy: row.renewBy }
}

/** Renews the enrolment that a link names, for a year from now. The link is proof enough: it was sent to nobody else. Throws `not_found`. */
export async function renewLinkedEnrolment(token: string, now: Date): Promise<void> {
  const isThere = await extendEnrolment(database(), readToken(token), now)
  if (!isThere) throw new AppError('not_found', { reason: 'enrolment_not_found' })
}

/** Ends the enrolment that a link names. Twice is once. Throws `not_found` for a link that is not ours. */
export async function dropLinkedEnrolment(token: string): Promise<void> {
  const { contactId, addressId } = readToken(token)
  await transaction(async (db) => {
    await rememberRefusals(db, Prisma.sql`contact_id = ${contactId} AND address_id = ${addressId} AND role = 'resident'`)
    await db.subscription.deleteMany({ where: { contactId, addressId, role: 'resident' } })
  })
}

/** Takes that back, for a contact that is told. Throws `not_found`, `bad_input` where it follows five others by now. */
export async function restoreLinkedEnrolment(token: string, now: Date): Promise<void> {
  const { contactId, addressId } = readToken(token)
  await transaction(async (db) => {
    const told = await db.$queryRaw<unknown[]>`SELECT id FROM contact WHERE id = ${contactId} AND state = 'confirmed' FOR UPDATE`
    if (told.length === 0) throw new AppError('not_found', { reason: 'enrolment_not_found' })
    const others = await db.subscription.count({ where: { contactId, role: 'resident', addressId: { not: addressId } } })
    if (others >= MOST_ADDRESSES) throw new AppError('bad_input', { reason: 'too_many_addresses', params: { max: MOST_ADDRESSES } })
    const data = { contactId, addressId, role: 'resident', renewBy: renewBy(now), createdAt: now } as const
    await db.subscription.createMany({ data, skipDuplicates: true })
  })
}
