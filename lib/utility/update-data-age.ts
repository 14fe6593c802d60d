import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'

/** A year: whoever imports less often than that had better say nothing here. */
const MOST_HOURS = 8_784

const ageInput = z.object({ maxDataAgeHours: z.number().int().min(1).max(MOST_HOURS).nullable() })
export type DataAge = z.input<typeof ageInput>

/**
 * Sets how old the last import may be before nobody is told any more that nothing is planned; null: however old it is. For installations whose
 * addresses and service points are imported by a timer: if that stops, we no longer know who hangs on what. Throws `forbidden`.
 */
export async function updateDataAge(actor: Actor, raw: DataAge, now: Date): Promise<void> {
  requirePolicy(actor, canEditSettings(actor))
  const after = parseInput(ageInput, raw)
  await transaction(async (db) => {
    const before = await db.utility.findUniqueOrThrow({ where: { id: 1 }, select: { maxDataAgeHours: true } })
    await db.utility.update({ where: { id: 1 }, data: after })
    await recordAudit(db, actor, { action: 'utility.data_age', subject: 'utility:data_age', before, after }, now)
  })
}
