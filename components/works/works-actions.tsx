import type { ReactNode } from 'react'
import type { ActionResult } from '@/lib/http/action'
import type { WindowInput, WindowText, WorksDetail } from '@/lib/works/works'
import { CancelDialog } from './cancel-dialog'
import { ExtendDialog } from './extend-dialog'
import { MoveDialog } from './move-dialog'
import { PublishDialog } from './publish-dialog'
import { RestoreDialog } from './restore-dialog'

export interface WorksSteps {
  publish: (shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
  cancel: (reason: string) => Promise<ActionResult<unknown>>
  move: (windows: WindowInput[], shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
  extend: (until: string) => Promise<ActionResult<unknown>>
  restore: () => Promise<ActionResult<unknown>>
}

export interface WorksActionsProps {
  works: WorksDetail
  zone: string
  /** The page's instant: whether a window has begun. */
  now: Date
  steps: WorksSteps
  /** What publishing would send. */
  preview?: ReactNode
}

/** The last of the windows that have begun; undefined before the works. */
function begunWindow(windows: readonly WindowText[], now: Date): WindowText | undefined {
  return windows
    .filter(({ start }) => start <= now.toISOString())
    .toSorted((a, b) => a.end.localeCompare(b.end))
    .at(-1)
}

/** What can be done with works in their present state. */
export function WorksActions({ works, zone, now, steps, preview }: WorksActionsProps) {
  const { state, affected, legal } = works
  const windows = works.parts.flatMap((part) => part.windows)
  const begun = state === 'published' || state === 'running' ? begunWindow(windows, now) : undefined
  const isToCome = state === 'draft' || (state === 'published' && !begun)
  return (
    <>
      {(isToCome || begun) && <CancelDialog announced={state !== 'draft'} cancel={steps.cancel} />}
      {isToCome && <MoveDialog windows={works.parts[0]?.windows ?? []} announced={state !== 'draft'} zone={zone} move={steps.move} />}
      {begun && <ExtendDialog key={begun.end} end={begun.end} zone={zone} extend={steps.extend} />}
      {begun && <RestoreDialog restore={steps.restore} />}
      {state === 'draft' && (
        <PublishDialog affected={affected} legal={legal} zone={zone} publish={steps.publish}>
          {preview}
        </PublishDialog>
      )}
    </>
  )
}
