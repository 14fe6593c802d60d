import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canEditSettings } from '@/lib/auth/policies'
import { parseInput } from '@/lib/parse-input'
import { noticeStage } from '@/lib/utility/notice-plan'
import { orderStages } from '@/lib/utility/order-stages'
import { getUtility } from '@/lib/utility/queries'
import { legalNotice } from './legal-notice'
import { planNotices } from './plan-notices'
import { readWindows } from './read-windows'
import { toPlannedNotice } from './to-planned-notice'
import { type PlannedNotice, windowInput } from './works'

const sampleInput = z.object({
  service: z.enum(['water', 'heat', 'power', 'gas']),
  stages: z.array(noticeStage),
  window: windowInput,
})
export type PlanSample = z.input<typeof sampleInput>

/** Works may be published as long before: every stage is still to come. */
const LONG_BEFORE = 180 * 86_400_000

/**
 * What stages would mean for a sample window, with the stage of the law and quiet hours, had the works been published long before. Throws
 * `bad_input` as saving the plan and planning the window would.
 */
export async function previewNoticePlan(actor: Actor, raw: PlanSample, now: Date): Promise<PlannedNotice[]> {
  requirePolicy(actor, canEditSettings(actor))
  const { service, stages, window } = parseInput(sampleInput, raw)
  const utility = await getUtility()
  const [sample] = readWindows([window], 'windows', utility.zone, now)
  if (!sample) return []
  const published = new Date(sample.start.getTime() - LONG_BEFORE)
  const legalInstant = (start: Date) => {
    const legal = legalNotice(utility, service, start, published)
    return legal && new Date(legal.latestPublish)
  }
  const quiet = { from: utility.quietFrom, to: utility.quietTo, zone: utility.zone }
  return planNotices([[{ ...sample, id: 1 }]], { stages: orderStages(stages), quiet, legalInstant }, published).map(toPlannedNotice)
}
