import { z } from 'zod'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel } from '@/lib/db/generated/enums'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales'
import { getUtility } from '@/lib/utility/queries'

/** Hours for which one alert is enough: whoever looks at their account each morning need not pay for it in messages. */
const QUIET_HOURS = 24
/** Hours after which the news is none. */
const USEFUL_HOURS = 24

const rows = z.array(z.object({ id: z.number(), channel: z.enum(Channel), value: z.string(), language: z.string() }))

/** The ends that hear of what happens to a person's account: mailboxes and chats, which cost nothing; telephones where there are none. */
export async function findAlertEnds(db: Db, personId: number): Promise<z.infer<typeof rows>> {
  const found = await db.$queryRaw(Prisma.sql`
    WITH own AS (SELECT id, channel, value, language FROM contact WHERE person_id = ${personId} AND state = 'confirmed')
    SELECT id, channel::text, value, language FROM own
    WHERE channel <> 'sms' OR NOT EXISTS (SELECT FROM own other WHERE other.channel <> 'sms')
    ORDER BY id`)
  return rows.parse(found)
}

/** Tells a person's confirmed contacts that somebody signed in with a bill of theirs; once a day at most. */
export async function tellOfSignIn(personId: number, now: Date): Promise<void> {
  const since = new Date(now.getTime() - QUIET_HOURS * 3_600_000)
  const notAfter = new Date(now.getTime() + USEFUL_HOURS * 3_600_000)
  await transaction(async (db) => {
    if (await db.letter.findFirst({ where: { personId, kind: 'sign_in_alert', createdAt: { gt: since } }, select: { id: true } })) return
    const { zone } = await getUtility(db)
    for (const { id: contactId, channel, value: to, language } of await findAlertEnds(db, personId)) {
      const when = describeInstant(now.toISOString(), zone, isLocale(language) ? language : DEFAULT_LOCALE)
      await queueLetter(db, { kind: 'sign_in_alert', channel, to, contactId, personId, language, facts: { when }, notAfter }, now)
    }
  })
}
