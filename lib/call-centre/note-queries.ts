import { z } from 'zod'
import { findActorNames } from '@/lib/auth/find-actor-names'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { CallNoteKind } from '@/lib/db/generated/enums'
import type { CallerTarget, CallNote, CallNoteCounts } from './call-centre'

/** The last notes: what was said years ago helps nobody on the line. */
const MOST_NOTES = 30

/** The rows of one target. On an address's screen its accounts' calls stand too. */
function ofTarget(target: CallerTarget | { worksId: number }): Prisma.Sql {
  if ('worksId' in target) return Prisma.sql`call_note.works_id = ${target.worksId}::int`
  if ('accountId' in target) return Prisma.sql`call_note.account_id = ${target.accountId}::int`
  return Prisma.sql`(call_note.address_id = ${target.addressId}::int OR call_note.account_id IN (
    SELECT account.id FROM service_point JOIN account ON account.service_point_id = service_point.id
    WHERE service_point.address_id = ${target.addressId}::int
  ))`
}

const noteRow = z.object({
  id: z.bigint(),
  at: z.date(),
  actor: z.string(),
  kind: z.enum(CallNoteKind),
  text: z.string(),
  reference: z.string().nullable(),
})

/** What was noted of calls about an account, an address or works; the newest first. */
export async function findCallNotes(db: Db, target: CallerTarget | { worksId: number }): Promise<CallNote[]> {
  const rows = await db.$queryRaw`
    SELECT call_note.id, call_note.at, call_note.actor, call_note.kind::text AS kind, call_note.text, works.reference
    FROM call_note LEFT JOIN works ON works.id = call_note.works_id
    WHERE ${ofTarget(target)}
    ORDER BY call_note.id DESC LIMIT ${MOST_NOTES}::int`
  const found = z.array(noteRow).parse(rows)
  const names = await findActorNames(
    db,
    found.map(({ actor }) => actor),
  )
  return found.map(({ id, at, actor, ...note }) => ({ ...note, id: String(id), at: at.toISOString(), by: names.get(actor) ?? actor }))
}

const countRow = z.object({ kind: z.enum(CallNoteKind), calls: z.number() })

/** How many calls about works were noted, by kind; `no_supply` is how many say that they have none. */
export async function countCallNotes(db: Db, worksId: number): Promise<CallNoteCounts> {
  const rows =
    await db.$queryRaw`SELECT kind::text AS kind, count(*)::int AS calls FROM call_note WHERE works_id = ${worksId}::int GROUP BY kind`
  const counts: CallNoteCounts = { question: 0, no_supply: 0, wrong_contact: 0, complaint: 0, other: 0 }
  for (const { kind, calls } of z.array(countRow).parse(rows)) counts[kind] = calls
  return counts
}

export interface CallNoteRow {
  at: Date
  actor: string
  kind: CallNoteKind
  text: string
  accountId: number | null
  addressId: number | null
  worksId: number | null
}

export async function insertCallNote(db: Db, data: CallNoteRow): Promise<string> {
  const { id } = await db.callNote.create({ data, select: { id: true } })
  return String(id)
}
