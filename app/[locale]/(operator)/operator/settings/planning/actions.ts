'use server'

import { refresh } from 'next/cache'
import { runAction } from '@/lib/http/action'
import { type ApprovalUnits, updateApprovalUnits } from '@/lib/utility/update-approval-units'
import { type DataAge, updateDataAge } from '@/lib/utility/update-data-age'
import { removeWorkType } from '@/lib/works/work-types/remove-work-type'
import { type SaveWorkType, saveWorkType } from '@/lib/works/work-types/save-work-type'

export async function updateApprovalUnitsAction(input: ApprovalUnits) {
  return runAction((actor, now) => updateApprovalUnits(actor, input, now))
}

export async function updateDataAgeAction(input: DataAge) {
  return runAction((actor, now) => updateDataAge(actor, input, now))
}

export async function saveWorkTypeAction(input: SaveWorkType) {
  const result = await runAction((actor, now) => saveWorkType(actor, input, now))
  refresh()
  return result
}

export async function removeWorkTypeAction(code: string) {
  const result = await runAction((actor, now) => removeWorkType(actor, { code }, now))
  refresh()
  return result
}
