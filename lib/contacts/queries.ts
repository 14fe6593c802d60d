import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel, type ContactState } from '@/lib/db/generated/enums'

/** One end of a line, whoever has it: several people may share a telephone. */
export interface ContactEnd {
  channel: Channel
  /** As normaliseContact spells it. */
  value: string
}

/**
 * Whether somebody only says that an end is theirs: typed in by themselves, and never confirmed, also where a STOP or a provider closed it since, or
 * confirmed by whoever has it only to be told. Whoever has it in truth is not to be found by that: a file or the call centre would hand their account
 * to a stranger. Nor by one that its person took away: that hears of nothing, and is kept for the ledger alone. A condition on `contact`, and the
 * contrary for Prisma.
 */
export const IS_CLAIM = Prisma.sql`(
  NOT contact.may_sign_in
  OR contact.state = 'unconfirmed' AND NOT EXISTS (SELECT FROM subscription WHERE subscription.contact_id = contact.id)
  OR contact.state <> 'confirmed' AND contact.confirmed_at IS NULL AND EXISTS (SELECT FROM consent WHERE consent.contact_id = contact.id))`
export const NO_CLAIM = {
  maySignIn: true,
  NOT: [
    { state: 'unconfirmed', subscriptions: { none: {} } },
    { state: { not: 'confirmed' }, confirmedAt: null, consents: { some: {} } },
  ],
} satisfies Prisma.ContactWhereInput

/** Which contacts were ever confirmed: a STOP or a provider closes also those that somebody only claims. */
export const WAS_CONFIRMED = {
  OR: [{ state: 'confirmed' }, { state: { not: 'unconfirmed' }, confirmedAt: { not: null } }],
} as const satisfies Prisma.ContactWhereInput

/** The contacts at one end: in which language to answer there, and whether any of them gets messages. Null when it is nobody's. */
export async function getContactEndOrNull(
  db: Db,
  { channel, value }: ContactEnd,
): Promise<{ language: string; isConfirmed: boolean } | null> {
  const contacts = await db.contact.findMany({
    where: { channel, value },
    select: { language: true, state: true },
    orderBy: { id: 'asc' },
  })
  const [first] = contacts
  return first ? { language: first.language, isConfirmed: contacts.some(({ state }) => state === 'confirmed') } : null
}

export interface ContactRow extends ContactEnd {
  state: ContactState
}

export function getContactOrNull(db: Db, id: number): Promise<ContactRow | null> {
  return db.contact.findUnique({ where: { id }, select: { channel: true, value: true, state: true } })
}

const remaining = z.array(z.object({ channel: z.enum(Channel) }))

/**
 * By which channels the people at one end are still told, apart from this end itself: only those that all of them have, so that nobody who
 * shares a telephone relies on what the other one has.
 */
export async function findRemainingChannels(db: Db, { channel, value }: ContactEnd): Promise<Channel[]> {
  const rows = await db.$queryRaw(Prisma.sql`
    WITH people AS (SELECT DISTINCT person_id FROM contact WHERE channel = ${channel}::channel AND value = ${value})
    SELECT contact.channel::text AS channel
    FROM people JOIN contact ON contact.person_id = people.person_id
    WHERE contact.state = 'confirmed' AND (contact.channel, contact.value) <> (${channel}::channel, ${value}::text)
      AND EXISTS (SELECT FROM subscription WHERE subscription.contact_id = contact.id)
    GROUP BY contact.channel
    HAVING count(DISTINCT contact.person_id) = (SELECT count(*) FROM people)
    ORDER BY contact.channel`)
  return remaining.parse(rows).map((row) => row.channel)
}
