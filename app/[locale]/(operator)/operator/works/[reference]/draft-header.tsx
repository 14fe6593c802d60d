import { DraftActions } from '@/components/works/draft-actions'
import { RehearsalSummary } from '@/components/works/rehearsal-summary'
import type { Actor } from '@/lib/auth/actor'
import { canApproveWorks } from '@/lib/auth/policies'
import type { WorksCheck } from '@/lib/works/check/works-check'
import type { WorksDetail } from '@/lib/works/works'
import { rehearseWorksAction } from '../check-actions'
import { draftSteps } from '../works-steps'

interface DraftHeaderProps {
  actor: Actor
  works: WorksDetail
  check: WorksCheck
  zone: string
}

/** The steps that the reader can take with works before they are published. */
export function DraftHeader({ actor, works, check, zone }: DraftHeaderProps) {
  const rehearse = rehearseWorksAction.bind(null, works.reference)
  return (
    <DraftActions
      works={works}
      check={check}
      zone={zone}
      steps={draftSteps(works.reference, works.revision)}
      mayApprove={canApproveWorks(actor)}
      preview={<RehearsalSummary reference={works.reference} revision={works.revision} rehearse={rehearse} zone={zone} />}
    />
  )
}
