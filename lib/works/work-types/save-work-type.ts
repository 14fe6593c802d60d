import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { workTypeInput } from './work-type'

const saveInput = workTypeInput.extend({
  /** Whether it is to be a new one: then its code must be free. */
  isNew: z.boolean(),
})
export type SaveWorkType = z.input<typeof saveInput>

async function nextPosition(db: Db): Promise<number> {
  const { _max } = await db.workType.aggregate({ _max: { position: true } })
  return (_max.position ?? 0) + 1
}

/**
 * Adds a kind of work, or gives a known one other words or services: works that have it are read with the new words from then on.
 *
 * Throws `forbidden`, `conflict` for a code that is taken, `not_found` for one that is gone, and `bad_input` for words that are missing.
 */
export async function saveWorkType(actor: Actor, raw: SaveWorkType, now: Date): Promise<void> {
  requirePolicy(actor, canEditSettings(actor))
  const { isNew, code, ...after } = parseInput(saveInput, raw)
  await transaction(async (db) => {
    const before = await db.workType.findUnique({ where: { code }, select: { services: true, wording: true } })
    if (isNew && before) throw new AppError('conflict', { reason: 'work_type_exists', field: 'code', params: { code } })
    if (!isNew && !before) throw new AppError('not_found', { reason: 'work_type_not_found', field: 'code', params: { code } })
    if (isNew) await db.workType.create({ data: { code, ...after, position: await nextPosition(db) } })
    else await db.workType.update({ where: { code }, data: after })
    const audited = { action: 'utility.work_type', subject: `utility:work_type:${code}`, ...(before && { before }), after }
    await recordAudit(db, actor, audited, now)
  })
}
