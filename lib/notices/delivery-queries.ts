import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { MessageState } from '@/lib/db/generated/enums'
import type { MessageCounts } from './reconciliation'

const counted = z.array(z.object({ noticeId: z.number(), state: z.enum(MessageState), isStandIn: z.boolean(), count: z.coerce.number() }))

const NONE = Object.fromEntries(Object.values(MessageState).map((state) => [state, 0])) as MessageCounts

const FIELDS = {
  ...{ id: true, version: true, kind: true, dueAt: true, notAfter: true },
  ...{ state: true, skipReason: true, audience: true },
} as const

/** The notices of works, of every version, with their messages by state; stand-ins apart. */
export async function findNoticeCounts(db: Db, worksId: number) {
  const notices = await db.notice.findMany({ where: { worksId }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], select: FIELDS })
  const rows = await db.$queryRaw`
    SELECT notice_id AS "noticeId", state::text AS state, fallback_for IS NOT NULL AS "isStandIn", count(*) AS count
    FROM message WHERE notice_id = ANY (${notices.map(({ id }) => id)}::int[])
    GROUP BY notice_id, message.state, fallback_for IS NOT NULL`
  const counts = counted.parse(rows)
  return notices.map((notice) => {
    const countsOf = (isStandIn: boolean): MessageCounts => {
      const own = counts.filter((row) => row.noticeId === notice.id && row.isStandIn === isStandIn)
      return { ...NONE, ...Object.fromEntries(own.map(({ state, count }) => [state, count])) }
    }
    return { ...notice, counts: countsOf(false), standIns: countsOf(true) }
  })
}

const differing = z.array(z.object({ reference: z.string(), kind: z.string(), dueAt: z.date() }))

/** Notices due since `since` whose messages are not as many as the people they were for, or that are done while some are on their way. */
export async function findDifferingNotices(db: Db, since: Date): Promise<z.infer<typeof differing>> {
  const rows = await db.$queryRaw`
    SELECT works.reference, notice.kind::text AS kind, notice.due_at AS "dueAt"
    FROM notice
    JOIN works ON works.id = notice.works_id
    CROSS JOIN LATERAL (
      SELECT count(*) AS messages, count(*) FILTER (WHERE message.state IN ('queued', 'sending')) AS under_way
      FROM message WHERE message.notice_id = notice.id AND message.fallback_for IS NULL
    ) ledger
    WHERE notice.due_at > ${since} AND notice.state IN ('open', 'done') AND notice.audience IS NOT NULL
      AND (ledger.messages <> notice.audience OR (notice.state = 'done' AND ledger.under_way > 0))
    ORDER BY notice.due_at, notice.id`
  return differing.parse(rows)
}

const single = z.array(z.object({ count: z.coerce.number() })).length(1)

/** How many messages of notices due since `since` a provider may or may not have delivered. */
export async function countUnknown(db: Db, since: Date): Promise<number> {
  const rows = await db.$queryRaw`
    SELECT count(*) AS count FROM notice JOIN message ON message.notice_id = notice.id
    WHERE notice.due_at > ${since} AND message.state = 'unknown'`
  return single.parse(rows)[0]?.count ?? 0
}
