import type { ActionResult } from '@/lib/http/action'
import type { WorksDetail } from '@/lib/works/works'
import { CancelDialog } from './cancel-dialog'
import { PublishDialog } from './publish-dialog'

export interface WorksActionsProps {
  works: WorksDetail
  zone: string
  publish: (shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
  cancel: (reason: string) => Promise<ActionResult<unknown>>
}

/** What can be done with works in their present state. */
export function WorksActions({ works, zone, publish, cancel }: WorksActionsProps) {
  const { state, affected, legal } = works
  const canCancel = state === 'draft' || state === 'published' || state === 'running'
  return (
    <>
      {canCancel && <CancelDialog announced={state !== 'draft'} cancel={cancel} />}
      {state === 'draft' && <PublishDialog affected={affected} legal={legal} zone={zone} publish={publish} />}
    </>
  )
}
