import { z } from 'zod'
import { FOR_GOOD } from '@/lib/contacts/stopped'
import { type Db, database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel, ContactState, MessageState, NoticeKind, Service, SubscriptionRole, Topic } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import { maskContact } from '@/lib/notices/evidence/mask-contact'
import type { CallerAccount, CallerContact, CallerMessage, CallerTarget, CallerWish } from './call-centre'

/** A building of many flats: more accounts than this nobody reads on one screen. */
const MOST_ACCOUNTS = 50
/** The last messages; older ones stand in the evidence of their works. */
const MOST_MESSAGES = 40

const accountRow = z.object({
  id: z.number(),
  number: z.string(),
  meterNumber: z.string(),
  eicCode: z.string().nullable(),
  holderName: z.string(),
  service: z.enum(Service),
  servicePoint: z.string(),
  kind: z.enum(['individual', 'shared']),
  units: z.number(),
  isActive: z.boolean(),
})

const ACCOUNT = Prisma.sql`
  account.id, account.number, account.meter_number AS "meterNumber", account.eic_code AS "eicCode", account.holder_name AS "holderName",
  service_point.service::text AS service, service_point.code AS "servicePoint", service_point.kind::text AS kind, service_point.units,
  account.active AS "isActive"`

const ownRow = accountRow.extend({ servicePointId: z.number(), addressId: z.number().nullable() })

/** One account, with where it is. Throws `not_found`. */
export async function getCallerAccount(db: Db, id: number) {
  const rows = await db.$queryRaw`
    SELECT ${ACCOUNT}, service_point.id AS "servicePointId", service_point.address_id AS "addressId"
    FROM account JOIN service_point ON service_point.id = account.service_point_id
    WHERE account.id = ${id}::int`
  const [row] = z.array(ownRow).parse(rows)
  if (!row) throw new AppError('not_found', { reason: 'account_not_found', field: 'accountId' })
  const { servicePointId, addressId, ...account } = row
  return { account, servicePointId, addressId }
}

/** The accounts at an address, active ones first, and how many there are in all. */
export async function findAccountsAt(db: Db, addressId: number): Promise<{ accounts: CallerAccount[]; count: number }> {
  const rows = await db.$queryRaw`
    SELECT ${ACCOUNT}, count(*) OVER ()::int AS total
    FROM service_point JOIN account ON account.service_point_id = service_point.id
    WHERE service_point.address_id = ${addressId}::int
    ORDER BY account.active DESC, service_point.service, account.id
    LIMIT ${MOST_ACCOUNTS}::int`
  const found = z.array(accountRow.extend({ total: z.number() })).parse(rows)
  return { accounts: found.map(({ total: _, ...account }) => account), count: found[0]?.total ?? 0 }
}

const contactRow = z.object({
  id: z.number(),
  channel: z.enum(Channel),
  value: z.string(),
  language: z.string(),
  state: z.enum(ContactState),
  unreachableReason: z.string().nullable(),
  role: z.enum(SubscriptionRole).nullable(),
  via: z.enum(['account', 'address', 'person']),
  confirmedAt: z.date().nullable(),
  pausedUntil: z.date().nullable(),
  topics: z.array(z.enum(Topic)).nullable(),
})

/** Contacts that hear of an account and others of its holder; or those that follow an address without a contract. */
function contactsOf(target: CallerTarget): Prisma.Sql {
  if ('addressId' in target) {
    return Prisma.sql`SELECT contact_id, role, 'address' AS via, 1 AS place, paused_until, topics FROM subscription WHERE address_id = ${target.addressId}::int`
  }
  return Prisma.sql`
    SELECT contact_id, role, 'account' AS via, 1 AS place, paused_until, topics FROM subscription WHERE account_id = ${target.accountId}::int
    UNION ALL
    SELECT contact.id, NULL, 'person', 2, NULL, NULL FROM account JOIN contact ON contact.person_id = account.holder_id WHERE account.id = ${target.accountId}::int`
}

/** Each of them once, with its whole value: for a screen, mask it first. */
export async function findContactsOf(db: Db, target: CallerTarget) {
  const rows = await db.$queryRaw`
    SELECT * FROM (
      SELECT DISTINCT ON (contact.id) contact.id, contact.channel::text AS channel, contact.value, contact.language, contact.state::text AS state,
             contact.unreachable_reason AS "unreachableReason", tied.role::text AS role, tied.via, contact.confirmed_at AS "confirmedAt", tied.place,
             tied.paused_until AS "pausedUntil", tied.topics::text[] AS topics
      FROM (${contactsOf(target)}) tied JOIN contact ON contact.id = tied.contact_id
      ORDER BY contact.id, tied.place
    ) found
    ORDER BY place, id`
  return z.array(contactRow).parse(rows)
}

function wishOf({ pausedUntil, topics }: Pick<z.infer<typeof contactRow>, 'pausedUntil' | 'topics'>, now: Date): CallerWish | null {
  if (pausedUntil && pausedUntil >= FOR_GOOD) return { kind: 'stopped' }
  if (pausedUntil && pausedUntil > now) return { kind: 'paused', until: pausedUntil.toISOString() }
  return topics && !topics.includes('planned_works') ? { kind: 'no_planned_works' } : null
}

/** The same as a screen shows them. */
export async function findCallerContacts(db: Db, target: CallerTarget, now: Date): Promise<CallerContact[]> {
  const found = await findContactsOf(db, target)
  return found.map(({ value, confirmedAt, pausedUntil, topics, ...contact }) => ({
    ...contact,
    value: maskContact(contact.channel, value),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    wish: wishOf({ pausedUntil, topics }, now),
  }))
}

const messageRow = z.object({
  id: z.bigint(),
  reference: z.string(),
  title: z.string(),
  kind: z.enum(NoticeKind),
  channel: z.enum(Channel),
  to: z.string(),
  state: z.enum(MessageState),
  subject: z.string().nullable(),
  text: z.string().nullable(),
  errorCode: z.string().nullable(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
  arrivedAt: z.date().nullable(),
})

/** The last messages to these contacts, newest first, each with what its provider said of its arrival. */
export async function findCallerMessages(db: Db, contactIds: number[]): Promise<CallerMessage[]> {
  const rows = await db.$queryRaw`
    SELECT message.id, works.reference, works.title, notice.kind::text AS kind, message.channel::text AS channel,
           coalesce(message.recipient, contact.value, '') AS to, message.state::text AS state, message.subject, message.text,
           message.error_code AS "errorCode", message.created_at AS "createdAt", message.sent_at AS "sentAt",
           coalesce(message.delivered_at, receipt.at) AS "arrivedAt"
    FROM (
      SELECT * FROM message WHERE contact_id = ANY (${contactIds}::int[]) ORDER BY id DESC LIMIT ${MOST_MESSAGES}::int
    ) message
    JOIN notice ON notice.id = message.notice_id
    JOIN works ON works.id = notice.works_id
    LEFT JOIN contact ON contact.id = message.contact_id
    LEFT JOIN receipt ON receipt.provider = message.provider AND receipt.provider_id = message.provider_id AND receipt.state = 'delivered'
    ORDER BY message.id DESC`
  return z
    .array(messageRow)
    .parse(rows)
    .map(({ id, to, createdAt, sentAt, arrivedAt, ...row }) => ({
      ...row,
      id: String(id),
      to: to && maskContact(row.channel, to),
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      arrivedAt: arrivedAt?.toISOString() ?? null,
    }))
}

const locked = z.array(
  z.object({
    id: z.number(),
    personId: z.number(),
    channel: z.enum(Channel),
    value: z.string(),
    language: z.string(),
    state: z.enum(ContactState),
  }),
)

/** A contact, held against other writers until the transaction ends. Throws `not_found`. */
export async function getContactForUpdate(db: Db, id: number) {
  const rows = await db.$queryRaw`
    SELECT id, person_id AS "personId", channel::text AS channel, value, language, state::text AS state FROM contact WHERE id = ${id}::int FOR UPDATE`
  const [contact] = locked.parse(rows)
  if (!contact) throw new AppError('not_found', { reason: 'contact_not_found', field: 'contactId' })
  return contact
}

const holder = z.array(z.object({ holderId: z.number().nullable() }))

/** The person behind an account or an address without a contract (null: nobody yet), held until the transaction ends. Throws `not_found`. */
export async function getHolderForUpdate(db: Db, target: CallerTarget): Promise<number | null> {
  const rows =
    'accountId' in target
      ? await db.$queryRaw`SELECT holder_id AS "holderId" FROM account WHERE id = ${target.accountId}::int FOR UPDATE`
      : await db.$queryRaw`SELECT NULL::int AS "holderId" FROM address WHERE id = ${target.addressId}::int FOR UPDATE`
  const [row] = holder.parse(rows)
  if (!row) throw new AppError('not_found', { reason: 'accountId' in target ? 'account_not_found' : 'address_not_found' })
  return row.holderId
}

/** Whether there is such an account or address at all. */
export async function existsTarget(target: CallerTarget, db: Db = database()): Promise<boolean> {
  const count =
    'accountId' in target ? db.account.count({ where: { id: target.accountId } }) : db.address.count({ where: { id: target.addressId } })
  return (await count) > 0
}
