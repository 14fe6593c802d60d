import { getTranslations } from 'next-intl/server'
import { ApprovalCard } from '@/components/works/approval-card'
import { DraftCheck } from '@/components/works/draft-check'
import type { Actor } from '@/lib/auth/actor'
import { canApproveWorks, canPlanWorks } from '@/lib/auth/policies'
import type { WorksCheck } from '@/lib/works/check/works-check'
import type { WorksDetail } from '@/lib/works/works'
import { CHECK_STEPS } from '../check-steps'

interface DraftReportProps {
  actor: Actor
  works: WorksDetail
  check: WorksCheck
  zone: string
}

/** Before works are published: how their approval stands, and what to look at. */
export async function DraftReport({ actor, works, check, zone }: DraftReportProps) {
  const t = await getTranslations('operator.approval')
  const waits = works.state === 'in_approval' && works.approvals.some(({ decision }) => decision === null)
  const hint = works.isOwn ? t('own') : canApproveWorks(actor) ? null : t('role')
  return (
    <>
      <ApprovalCard approvals={works.approvals} zone={zone} hint={waits ? hint : null} />
      <DraftCheck check={check} zone={zone} actions={CHECK_STEPS} mayPlan={canPlanWorks(actor)} />
    </>
  )
}
