'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/http/action'
import type { WorksCheck } from '@/lib/works/check/works-check'
import type { CheckActions } from '../check/check-actions'
import { DiscardDialog } from '../discard-dialog'
import { PublishDialog } from '../publish-dialog'
import { RehearsalSummary } from '../rehearsal-summary'
import { SubmitDialog } from '../submit-dialog'
import type { SaverStatus } from './draft-saver'

/** What ends the work on a draft; each leads to another page when it has succeeded. */
export interface EndActions {
  publish: (reference: string, revision: number, shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
  submit: (reference: string, revision: number) => Promise<ActionResult<unknown>>
  discard: (reference: string, revision: number) => Promise<ActionResult<unknown>>
}

export interface EditorEndProps {
  status: SaverStatus
  /** The check of what is saved; null while there is none. */
  check: WorksCheck | null
  /** A newer check is being made. */
  isChecking: boolean
  hasGaps: boolean
  /** Shows what is missing. */
  onGaps: () => void
  zone: string
  actions: EndActions & Pick<CheckActions, 'rehearse'>
}

/** Publish, or submit for approval; or throw the draft away. Only what is saved and checked can be published. */
export function EditorEnd({ status, check, isChecking, hasGaps, onGaps, zone, actions }: EditorEndProps) {
  const t = useTranslations('operator')
  const { reference, revision, state } = status
  const isKept = state.kind === 'saved' || state.kind === 'untouched'
  if (reference === null || revision === null) {
    return (
      <Button className="w-full" onClick={onGaps}>
        {t('publish.open')}
      </Button>
    )
  }
  const isCurrent = check !== null && check.revision === revision
  const isChecked = isCurrent && check.problem === null && !hasGaps
  const isUnderWay = state.kind === 'waiting' || state.kind === 'saving' || isChecking
  return (
    <div className="flex flex-wrap items-center gap-3">
      {isKept && isChecked && <NextStep check={check} reference={reference} revision={revision} zone={zone} actions={actions} />}
      {!(isKept && isChecked) && (
        // Until the check is of what was saved last, nobody can say what is to be done: a click would be lost.
        <Button disabled={!hasGaps && !(isKept && isCurrent)} pending={!hasGaps && isUnderWay} onClick={onGaps}>
          {check?.approval.isNeeded ? t('submit.open') : t('publish.open')}
        </Button>
      )}
      {isKept && <DiscardDialog discard={() => actions.discard(reference, revision)} />}
    </div>
  )
}

interface NextStepProps extends Pick<EditorEndProps, 'zone' | 'actions'> {
  check: WorksCheck
  reference: string
  revision: number
}

function NextStep({ check, reference, revision, zone, actions }: NextStepProps) {
  if (check.approval.isNeeded) return <SubmitDialog from={check.approval.from ?? 0} submit={() => actions.submit(reference, revision)} />
  return (
    <PublishDialog
      affected={check.affected}
      legal={check.legal}
      zone={zone}
      publish={(shortNoticeReason) => actions.publish(reference, revision, shortNoticeReason)}
    >
      <RehearsalSummary reference={reference} revision={revision} rehearse={() => actions.rehearse(reference)} zone={zone} />
    </PublishDialog>
  )
}
