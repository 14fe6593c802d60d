'use client'

import type { WorksCheck } from '@/lib/works/check/works-check'
import { BreachList } from '../breach-list'
import { LegalVerdict } from '../legal-verdict'
import { AffectedLine } from './affected-line'
import { ApprovalLine } from './approval-line'
import type { CheckActions } from './check-actions'
import { ClashLines } from './clash-lines'
import { DayLine } from './day-line'
import { PriorityLine } from './priority-line'
import { ReachLine } from './reach-line'
import { SuggestionLine } from './suggestion-line'
import { TellingLines } from './telling-lines'

export interface CheckLinesProps {
  check: WorksCheck
  zone: string
  actions: CheckActions
  /** Whether the reader may tick off phone calls and take suggestions. */
  mayPlan: boolean
  /** Looks again. */
  onChanged: () => void
  onMove: ((days: number) => void) | null
}

/** Everything to look at before works are published, a line each, with the list behind it. */
export function CheckLines({ check, zone, actions, mayPlan, onChanged, onMove }: CheckLinesProps) {
  const { reference } = check
  const mark = async (code: string, phoned: boolean) => {
    const result = await actions.markPhoned(reference, code, phoned)
    if (result.ok) onChanged()
    return result.ok ? null : result.error.message
  }
  return (
    <div className="space-y-3">
      <LegalVerdict legal={check.legal} zone={zone} brief />
      <BreachList breaches={check.breaches} zone={zone} />
      <div className="divide-y divide-line">
        <AffectedLine check={check} list={actions.listAffected} />
        <ReachLine check={check} list={actions.listUnreached} />
        <PriorityLine points={check.priority} zone={zone} mark={mayPlan ? mark : null} />
        <TellingLines check={check} zone={zone} rehearse={actions.rehearse} />
        <ClashLines clashes={check.clashes} doubleCuts={check.doubleCuts} zone={zone} />
        <DayLine days={check.daysOff} zone={zone} />
        {mayPlan && <SuggestionLine check={check} zone={zone} suggest={actions.suggestWindow} onTake={onMove} />}
        <ApprovalLine approval={check.approval} />
      </div>
    </div>
  )
}
