import { z } from 'zod'
import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canPlanWorks } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getWorksForUpdate } from '@/lib/works/queries'
import { findPriorityPoints } from './priority-queries'

const phonedInput = z.object({ reference: z.string(), code: z.string().max(80), phoned: z.boolean() })
export type MarkPhoned = z.input<typeof phonedInput>

/** Notes that a priority customer of works was phoned, or takes the note back. Throws `bad_input` for a service point that is none of theirs. */
export async function markPhoned(actor: Actor, raw: MarkPhoned, now: Date): Promise<void> {
  requirePolicy(actor, canPlanWorks(actor))
  const { reference, code, phoned } = parseInput(phonedInput, raw)
  await transaction(async (db) => {
    const works = await getWorksForUpdate(db, reference)
    const isFrozen = works.publishedAt !== null
    const point = (await findPriorityPoints(db, works.id, works.version, isFrozen)).find((found) => found.code === code)
    if (!point) throw badInput('not_a_priority_point', 'code', { code })
    if (phoned === (point.phonedAt !== null)) return
    const key = { worksId: works.id, servicePointId: point.id }
    if (phoned) await db.phoned.create({ data: { ...key, by: actorName(actor), at: now } })
    else await db.phoned.delete({ where: { worksId_servicePointId: key } })
    const action = phoned ? 'works.phoned' : 'works.not_phoned'
    await recordAudit(db, actor, { action, subject: `works:${reference}`, after: { code } }, now)
  })
}
