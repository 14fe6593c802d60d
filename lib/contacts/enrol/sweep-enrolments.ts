import { z } from 'zod'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import { type Db, transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel } from '@/lib/db/generated/enums'
import { isLocale } from '@/lib/i18n/locales'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import { inZone } from '@/lib/wall-clock'
import type { LetterKind } from '../letters/letter'

/** Whether somebody still lives there is asked so many days before the year is over; nobody is dropped who was not asked so long before. */
const ASKED_DAYS = 30
/** A letter that an enrolment has ended is of use for a week. */
const ENDED_DAYS = 7
/** So many in one go: a town that enrolled on one day is asked on one day. */
const BATCH = 1_000
/** Days after which an enrolment whose code never came back is forgotten, and its address with it. */
const FORGOTTEN_DAYS = 7

const DAY = 86_400_000
const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY)

const concerned = z.array(
  z.object({
    contactId: z.number(),
    personId: z.number(),
    channel: z.enum(Channel),
    value: z.string(),
    language: z.string(),
    addressId: z.number(),
    street: z.string(),
    number: z.number(),
    suffix: z.string(),
    renewBy: z.date(),
    isTold: z.boolean(),
  }),
)
type Concerned = z.infer<typeof concerned>[number]

const CONCERNED = Prisma.sql`
  SELECT contact.id AS "contactId", contact.person_id AS "personId", contact.channel::text AS channel, contact.value, contact.language,
         address.id AS "addressId", street.label AS street, address.number, address.suffix, touched.renew_by AS "renewBy",
         contact.state = 'confirmed' AS "isTold"
  FROM touched
  JOIN contact ON contact.id = touched.contact_id
  JOIN address ON address.id = touched.address_id
  JOIN street ON street.id = address.street_id`

/** One statement for all letters of a round. */
async function queueAll(
  db: Db,
  kind: LetterKind,
  rows: Concerned[],
  days: number,
  { zone, defaultLanguage }: Utility,
  now: Date,
): Promise<void> {
  const facts = rows.map(({ language, renewBy, addressId, street, ...house }) => {
    const locale = isLocale(language) ? language : defaultLanguage
    const until = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(renewBy)
    return JSON.stringify({ addressId, address: `${street} ${formatHouseNumber(house)}`, until })
  })
  await db.$executeRaw`
    INSERT INTO letter (kind, channel, recipient, contact_id, person_id, language, facts, next_attempt_at, not_after, created_at)
    SELECT ${kind}, told.channel::channel, told.recipient, told.contact_id, told.person_id, told.language, told.facts::jsonb, ${now},
           ${daysAfter(now, days)}, ${now}
    FROM unnest(${rows.map(({ channel }) => channel)}::text[], ${rows.map(({ value }) => value)}::text[], ${rows.map(({ contactId }) => contactId)}::int[],
                ${rows.map(({ personId }) => personId)}::int[], ${rows.map(({ language }) => language)}::text[], ${facts}::text[])
           AS told (channel, recipient, contact_id, person_id, language, facts)`
}

/** Those whose year ends within a month are asked, once. Where that comes late, their year ends later. */
async function askRenewals(db: Db, utility: Utility, now: Date): Promise<number> {
  const end = daysAfter(now, ASKED_DAYS)
  const rows = concerned.parse(
    await db.$queryRaw`
      WITH touched AS (
        UPDATE subscription SET renewal_asked_at = ${now}, renew_by = greatest(renew_by, ${end}::timestamptz)
        WHERE id IN (
          SELECT subscription.id FROM subscription JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
          WHERE subscription.renew_by <= ${end} AND subscription.renewal_asked_at IS NULL AND subscription.address_id IS NOT NULL
          ORDER BY subscription.renew_by LIMIT ${BATCH} FOR UPDATE OF subscription SKIP LOCKED
        )
        RETURNING contact_id, address_id, renew_by
      ) ${CONCERNED}`,
  )
  if (rows.length > 0) await queueAll(db, 'renewal_asked', rows, ASKED_DAYS, utility, now)
  return rows.length
}

/** Those who did not answer are dropped, and told so. Whoever cannot be asked, because their contact is closed, is dropped when the year is over. */
async function dropUnrenewed(db: Db, utility: Utility, now: Date): Promise<number> {
  const rows = concerned.parse(
    await db.$queryRaw`
      WITH touched AS (
        DELETE FROM subscription
        WHERE id IN (
          SELECT subscription.id FROM subscription JOIN contact ON contact.id = subscription.contact_id
          WHERE subscription.renew_by <= ${now} AND subscription.address_id IS NOT NULL
            AND (subscription.renewal_asked_at IS NOT NULL OR contact.state <> 'confirmed')
          ORDER BY subscription.renew_by LIMIT ${BATCH} FOR UPDATE OF subscription SKIP LOCKED
        )
        RETURNING contact_id, address_id, renew_by
      ) ${CONCERNED}`,
  )
  const told = rows.filter(({ isTold }) => isTold)
  if (told.length > 0) await queueAll(db, 'enrolment_ended', told, ENDED_DAYS, utility, now)
  return rows.length
}

/**
 * Whoever began to enrol and never sent the code back is forgotten, with the telephone or mailbox that they named. Found by their proofs, of which
 * there are few, and not among all contacts.
 */
async function forgetUnfinished(db: Db, now: Date): Promise<void> {
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM contact
      WHERE id IN (SELECT contact_id FROM contact_proof WHERE created_at <= ${daysAfter(now, -FORGOTTEN_DAYS)})
        AND state = 'unconfirmed' AND confirmed_at IS NULL AND created_at <= ${daysAfter(now, -FORGOTTEN_DAYS)}
        AND EXISTS (SELECT FROM consent WHERE consent.contact_id = contact.id AND consent.source = 'enrolment')
        AND NOT EXISTS (SELECT FROM subscription WHERE subscription.contact_id = contact.id AND subscription.account_id IS NOT NULL)
        AND NOT EXISTS (SELECT FROM message WHERE message.contact_id = contact.id)
      RETURNING id, person_id
    )
    DELETE FROM person USING gone
    WHERE person.id = gone.person_id
      AND NOT EXISTS (SELECT FROM contact WHERE contact.person_id = person.id AND contact.id <> gone.id)
      AND NOT EXISTS (SELECT FROM account WHERE account.holder_id = person.id)
      AND NOT EXISTS (SELECT FROM account_access WHERE account_access.person_id = person.id)
      AND NOT EXISTS (SELECT FROM customer_session WHERE customer_session.person_id = person.id)`
}

/** Whether nobody is to be disturbed now: a letter about the next year can wait for the morning. */
function isQuiet(now: Date, { quietFrom: from, quietTo: to, zone }: Utility): boolean {
  const time = inZone(now, zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return from > to ? time >= from || time < to : time >= from && time < to
}

/** What enrolments a round of the sweep touched. */
export interface EnrolmentSweep {
  asked: number
  dropped: number
}

/**
 * Asks whether people still live where they enrolled and drops those who did not say so, outside of the utility's quiet hours; forgets what was never
 * confirmed. May be run at any time, by many at once.
 */
export function sweepEnrolments(now: Date): Promise<EnrolmentSweep> {
  return transaction(async (db) => {
    const utility = await getUtility(db)
    await forgetUnfinished(db, now)
    if (isQuiet(now, utility)) return { asked: 0, dropped: 0 }
    return { asked: await askRenewals(db, utility, now), dropped: await dropUnrenewed(db, utility, now) }
  })
}
