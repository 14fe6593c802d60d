import { badInput } from '@/lib/errors'
import { leadMinutes } from './lead'
import type { NoticeStage } from './notice-plan'

/** The order in which the kinds follow each other. */
const KINDS = ['advance', 'day_before', 'same_day']

/** Where a stage stands among the others: minutes before the midnight of the day of the works, those by lead on that day as before noon. */
function earliness(stage: NoticeStage): number {
  if ('before' in stage) return leadMinutes(stage.before) - 720
  const [hours = 0, minutes = 0] = stage.at.split(':').map(Number)
  return stage.daysBefore * 1440 - hours * 60 - minutes
}

function sameInstant(one: NoticeStage, other: NoticeStage): boolean {
  if ('before' in one) return 'before' in other && leadMinutes(one.before) === leadMinutes(other.before)
  return 'at' in other && one.daysBefore === other.daysBefore && one.at === other.at
}

/**
 * A plan's stages, the earliest first.
 *
 * Throws `bad_input` at the stage for two that are due at one instant, one that comes with the start, and a kind that would come before the
 * one it follows (the day before, before the advance notice).
 */
export function orderStages(stages: NoticeStage[]): NoticeStage[] {
  stages.forEach((stage, index) => {
    const field = `stages.${index}`
    if ('before' in stage && leadMinutes(stage.before) === 0) throw badInput('stage_after_start', field)
    if (stages.slice(0, index).some((other) => sameInstant(stage, other))) throw badInput('stage_twice', field)
    const isBehind = stages.some((other) => KINDS.indexOf(other.kind) > KINDS.indexOf(stage.kind) && earliness(other) > earliness(stage))
    if (isBehind) throw badInput('stage_out_of_order', field)
  })
  return stages.toSorted((a, b) => earliness(b) - earliness(a))
}
