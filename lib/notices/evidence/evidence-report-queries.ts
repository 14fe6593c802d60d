import { z } from 'zod'
import { findActorNames } from '@/lib/auth/find-actor-names'
import type { Db } from '@/lib/db/client'
import { Channel, NoticeKind } from '@/lib/db/generated/enums'
import type { HistoryEntry, SampleText } from './evidence'

const texts = z.array(
  z.object({
    kind: z.enum(NoticeKind),
    version: z.number(),
    channel: z.enum(Channel),
    language: z.string(),
    subject: z.string().nullable(),
    text: z.string(),
  }),
)

/** One message that was really sent for each kind of notice, version, language and length: as its reader got it. */
export async function findSampleTexts(db: Db, noticeIds: number[]): Promise<SampleText[]> {
  const rows = await db.$queryRaw`
    WITH first AS (
      SELECT notice_id, language, channel = 'sms' AS is_short, min(id) AS id
      FROM message
      WHERE notice_id = ANY (${noticeIds}::int[]) AND sent_at IS NOT NULL AND text IS NOT NULL
        AND contact_id NOT IN (SELECT contact_id FROM subscription WHERE role = 'call_centre')
      GROUP BY notice_id, language, channel = 'sms'
    ), sample AS (
      SELECT DISTINCT ON (notice.kind, notice.version, message.language, first.is_short)
             notice.due_at, first.is_short, notice.kind, notice.version, message.channel, message.language, message.subject, message.text
      FROM first JOIN message ON message.id = first.id JOIN notice ON notice.id = first.notice_id
      ORDER BY notice.kind, notice.version, message.language, first.is_short, notice.due_at
    )
    SELECT kind::text AS kind, version, channel::text AS channel, language, subject, text FROM sample
    ORDER BY due_at, language, is_short DESC`
  return texts.parse(rows)
}

/** What the audit trail says of works, in its order, with names of staff. */
export async function findAuditHistory(db: Db, reference: string): Promise<HistoryEntry[]> {
  const entries = await db.auditEntry.findMany({ where: { subject: `works:${reference}` }, orderBy: { id: 'asc' } })
  const actors = entries.map(({ actor }) => actor)
  const names = await findActorNames(db, actors)
  return entries.map(({ id, at, actor, action, hash }) => ({
    id: String(id),
    at: at.toISOString(),
    actor: names.get(actor) ?? actor,
    action,
    hash: Buffer.from(hash).toString('hex'),
  }))
}
