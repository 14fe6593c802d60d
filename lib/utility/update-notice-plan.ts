import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { type NoticeStage, noticeStage } from './notice-plan'
import { orderStages } from './order-stages'
import { getNoticePlan } from './queries'

/** More stages than that nobody reads. */
const MOST = 10

const planInput = z.object({ service: z.enum(['water', 'heat', 'power', 'gas']), stages: z.array(noticeStage).min(1).max(MOST) })
export type UpdateNoticePlan = z.input<typeof planInput>

/**
 * Sets when people are told about a service, for works published or moved from now on. Returns the stages in the order of time.
 *
 * Throws `forbidden`, and `bad_input` as orderStages does, or for no stage at all: nobody would be told.
 */
export async function updateNoticePlan(actor: Actor, raw: UpdateNoticePlan, now: Date): Promise<NoticeStage[]> {
  requirePolicy(actor, canEditSettings(actor))
  const { service, stages: given } = parseInput(planInput, raw)
  const stages = orderStages(given)
  await transaction(async (db) => {
    const before = { stages: await getNoticePlan(db, service) }
    await db.noticePlan.upsert({ where: { service }, create: { service, stages }, update: { stages } })
    await recordAudit(
      db,
      actor,
      { action: 'utility.notice_plan', subject: `utility:notice_plan:${service}`, before, after: { stages } },
      now,
    )
  })
  return stages
}
