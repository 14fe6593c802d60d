import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'

const removeInput = z.object({ code: z.string().max(80) })
export type RemoveWorkType = z.input<typeof removeInput>

/** Takes a kind of work out that no works have. Throws `forbidden`, `not_found`, and `conflict` where works have it. */
export async function removeWorkType(actor: Actor, raw: RemoveWorkType, now: Date): Promise<void> {
  requirePolicy(actor, canEditSettings(actor))
  const { code } = parseInput(removeInput, raw)
  await transaction(async (db) => {
    const rows = await db.$queryRaw<unknown[]>`SELECT code FROM work_type WHERE code = ${code} FOR UPDATE`
    if (rows.length === 0) throw new AppError('not_found', { reason: 'work_type_not_found', field: 'code', params: { code } })
    const uses = await db.works.count({ where: { workType: code } })
    if (uses > 0) throw new AppError('conflict', { reason: 'work_type_in_use', field: 'code', params: { code, uses } })
    const before = await db.workType.delete({ where: { code }, select: { services: true, wording: true } })
    await recordAudit(db, actor, { action: 'utility.work_type_removed', subject: `utility:work_type:${code}`, before }, now)
  })
}
