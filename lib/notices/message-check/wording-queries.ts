import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { NoticeKind } from '@/lib/db/generated/enums'
import { noticeWording } from './wording'

/** A text that fits more notices than this fits none in particular. */
const MOST = 20

const candidate = z.object({
  noticeId: z.number(),
  reference: z.string(),
  kind: z.enum(NoticeKind),
  openedAt: z.date(),
  /** Whether the works were moved, extended, restored or cancelled since. */
  isSuperseded: z.boolean(),
  marks: z.array(z.string()),
  wordings: z.array(noticeWording),
})
export type WordingCandidate = z.infer<typeof candidate>

/** Notices that were opened and that a text may come from: of works that it names, or about windows that it names. The latest first. */
export async function findCandidates(db: Db, references: string[], marks: string[]): Promise<WordingCandidate[]> {
  const rows = await db.$queryRaw`
    SELECT notice.id AS "noticeId", works.reference, notice.kind::text AS kind, notice.opened_at AS "openedAt",
           notice.version < works.version OR (works.state = 'cancelled' AND notice.kind <> 'cancelled') AS "isSuperseded", named.marks, named.wordings
    FROM (
      SELECT notice_wording.*
      FROM works
      JOIN notice ON notice.works_id = works.id
      JOIN notice_wording ON notice_wording.notice_id = notice.id
      WHERE works.reference = ANY (${references}::text[])
      UNION ALL
      SELECT * FROM notice_wording WHERE marks && ${marks}::text[]
    ) named
    JOIN notice ON notice.id = named.notice_id
    JOIN works ON works.id = notice.works_id
    WHERE notice.opened_at IS NOT NULL
    ORDER BY notice.opened_at DESC, notice.id DESC
    LIMIT ${2 * MOST}`
  const found = new Map(
    z
      .array(candidate)
      .parse(rows)
      .map((row) => [row.noticeId, row]),
  )
  return [...found.values()].slice(0, MOST)
}

const placeRow = z.array(z.object({ noticeId: z.number(), names: z.array(z.string()) }))

/**
 * The streets and municipalities of all places that each notice's windows hit, by notice. Of all, whoever lives there: a text is not asked whether
 * its address was told, only whether it is one of the works.
 */
export async function findPlaceNames(db: Db, noticeIds: number[]): Promise<Map<number, string[]>> {
  const rows = await db.$queryRaw`
    SELECT hit.notice_id AS "noticeId", array_agg(DISTINCT name.label) AS names
    FROM (
      SELECT DISTINCT notice_window.notice_id, address.street_id
      FROM notice_window
      JOIN works_window ON works_window.id = notice_window.window_id
      JOIN affected_point ON affected_point.part_id = works_window.part_id
      JOIN service_point ON service_point.id = affected_point.service_point_id
      JOIN address ON address.id = service_point.address_id
      WHERE notice_window.notice_id = ANY (${noticeIds}::int[])
    ) hit
    JOIN street ON street.id = hit.street_id
    JOIN municipality ON municipality.id = street.municipality_id
    CROSS JOIN LATERAL (VALUES (street.label), (municipality.name)) name (label)
    GROUP BY hit.notice_id`
  return new Map(placeRow.parse(rows).map(({ noticeId, names }) => [noticeId, names]))
}
