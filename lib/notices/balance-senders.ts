import { z } from 'zod'
import { SYSTEM } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { type Db, transaction } from '@/lib/db/client'
import { currentSenders } from './current-senders'
import { findShift } from './sender-balance'

/** "Lately" for slowness, what is slow, and "lately" for errors, in milliseconds. */
const RECENT = 15 * 60_000
const SLOW = 5 * 60_000
const ERRORS = 60_000
/** Counts of errors are of no use after so long. */
const KEPT = 60 * 60_000

const health = z.array(
  z.object({
    sender: z.string(),
    points: z.number(),
    recent: z.coerce.number(),
    slow: z.coerce.number(),
    errors: z.coerce.number(),
    changedAt: z.date().nullable(),
  }),
)

const ago = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds)

async function findHealth(db: Db, senders: string[], now: Date) {
  const rows = await db.$queryRaw`
    SELECT share.sender, share.points, share.changed_at AS "changedAt", figures.recent, figures.slow,
           (SELECT coalesce(sum(errors), 0) FROM sender_error WHERE sender_error.sender = share.sender AND at > ${ago(now, ERRORS)}) AS errors
    FROM sender_share share
    CROSS JOIN LATERAL (
      SELECT count(*) AS recent, count(*) FILTER (
               WHERE message.delivered_at - message.sent_at > ${SLOW} * interval '1 millisecond'
                  OR message.state = 'sent' AND message.sent_at < ${ago(now, SLOW)}) AS slow
      FROM notice JOIN message ON message.notice_id = notice.id
      WHERE (notice.state = 'open' OR notice.done_at > ${ago(now, RECENT)}) AND message.channel = 'sms' AND message.provider = share.sender AND message.sent_at > ${ago(now, RECENT)}
    ) figures
    WHERE share.sender = ANY (${senders}::text[])
    ORDER BY share.sender`
  return health.parse(rows)
}

/** Shifts SMS traffic between two senders when one is slow or fails (sender-balance.ts), and says so in the audit trail. */
export async function balanceSenders(now: Date): Promise<void> {
  const names = (await currentSenders()).sms.map(({ name }) => name)
  if (names.length !== 2) return
  await transaction(async (db) => {
    await db.senderError.deleteMany({ where: { at: { lt: ago(now, KEPT) } } })
    await db.senderShare.createMany({
      data: names.map((sender) => ({ sender, channel: 'sms' as const, points: 50, changedAt: new Date(0) })),
      skipDuplicates: true,
    })
    const [a, b] = await findHealth(db, names, now)
    const shift = a && b && findShift(a, b, now)
    if (!shift) return
    const { from, to, points } = shift
    await db.senderShare.update({ where: { sender: from }, data: { points: { decrement: points }, changedAt: now } })
    await db.senderShare.update({ where: { sender: to }, data: { points: { increment: points }, changedAt: now } })
    await recordAudit(db, SYSTEM, { action: 'senders.balance', subject: 'channel:sms', after: shift }, now)
  })
}
