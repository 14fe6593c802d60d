'use server'

import { refresh } from 'next/cache'
import { runAction } from '@/lib/http/action'
import { type UpdateNoticePlan, updateNoticePlan } from '@/lib/utility/update-notice-plan'
import { type TellingRules, updateTellingRules } from '@/lib/utility/update-telling-rules'
import { type PlanSample, previewNoticePlan } from '@/lib/works/preview-notice-plan'

export async function updateNoticePlanAction(input: UpdateNoticePlan) {
  return runAction((actor, now) => updateNoticePlan(actor, input, now))
}

export async function updateTellingRulesAction(input: TellingRules) {
  const result = await runAction((actor, now) => updateTellingRules(actor, input, now))
  refresh()
  return result
}

export async function previewNoticePlanAction(input: PlanSample) {
  return runAction((actor, now) => previewNoticePlan(actor, input, now))
}
