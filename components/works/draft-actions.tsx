import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import type { ActionResult } from '@/lib/http/action'
import type { WorksCheck } from '@/lib/works/check/works-check'
import type { WorksDetail } from '@/lib/works/works'
import { ApproveDialog } from './approve-dialog'
import { DiscardDialog } from './discard-dialog'
import { PublishDialog } from './publish-dialog'
import { ReturnDialog } from './return-dialog'
import { SubmitDialog } from './submit-dialog'
import { WithdrawDialog } from './withdraw-dialog'

/** The steps before publication. */
export interface DraftSteps {
  publish: (shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
  submit: () => Promise<ActionResult<unknown>>
  withdraw: () => Promise<ActionResult<unknown>>
  approve: () => Promise<ActionResult<unknown>>
  giveBack: (reason: string) => Promise<ActionResult<unknown>>
  discard: () => Promise<ActionResult<unknown>>
}

export interface DraftActionsProps {
  works: WorksDetail
  check: WorksCheck
  zone: string
  steps: DraftSteps
  /** Whether the reader may be a second person at all. */
  mayApprove: boolean
  /** What publishing would send. */
  preview: ReactNode
}

/** What the reader can do with works that are not published yet; nothing that would refuse them. */
export function DraftActions({ works, check, zone, steps, mayApprove, preview }: DraftActionsProps) {
  const t = useTranslations('operator.detail')
  const { state, reference, approvals, isOwn, affected, legal } = works
  const isWhole = check.problem === null
  const isApproved = approvals.some(({ isCurrent, decision }) => isCurrent && decision === 'approved')
  const publish = (
    <PublishDialog affected={affected} legal={legal} zone={zone} publish={steps.publish}>
      {preview}
    </PublishDialog>
  )
  if (state === 'draft') {
    return (
      <>
        <DiscardDialog discard={steps.discard} />
        <LinkButton variant="secondary" href={`/operator/works/${reference}/edit`}>
          {t('edit')}
        </LinkButton>
        {isWhole && (check.approval.isNeeded ? <SubmitDialog from={check.approval.from ?? 0} submit={steps.submit} /> : publish)}
      </>
    )
  }
  return (
    <>
      <WithdrawDialog withdraw={steps.withdraw} />
      {!isApproved && mayApprove && !isOwn && <ReturnDialog giveBack={steps.giveBack} />}
      {!isApproved && mayApprove && !isOwn && <ApproveDialog approve={steps.approve} />}
      {isApproved && isWhole && publish}
    </>
  )
}
