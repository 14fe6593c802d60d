import type { ActionResult } from '@/lib/http/action'
import type { PartWindows, WindowText, WorksDetail } from '@/lib/works/works'
import { CancelDialog } from './cancel-dialog'
import { ExtendDialog } from './extend-dialog'
import { MoveDialog } from './move-dialog'
import { RestoreDialog } from './restore-dialog'

export interface WorksSteps {
  cancel: (reason: string) => Promise<ActionResult<unknown>>
  move: (parts: PartWindows[], shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
  extend: (until: string) => Promise<ActionResult<unknown>>
  restore: () => Promise<ActionResult<unknown>>
}

export interface WorksActionsProps {
  works: WorksDetail
  zone: string
  /** The page's instant: whether a window has begun. */
  now: Date
  steps: WorksSteps
}

/** The last of the windows that have begun; undefined before the works. */
function begunWindow(windows: readonly WindowText[], now: Date): WindowText | undefined {
  return windows
    .filter(({ start }) => start <= now.toISOString())
    .toSorted((a, b) => a.end.localeCompare(b.end))
    .at(-1)
}

/** What can be done with works that were published, in their present state. */
export function WorksActions({ works, zone, now, steps }: WorksActionsProps) {
  const { state } = works
  const windows = works.parts.flatMap((part) => part.windows)
  const begun = state === 'published' || state === 'running' ? begunWindow(windows, now) : undefined
  const isToCome = state === 'published' && !begun
  return (
    <>
      {(isToCome || begun) && <CancelDialog announced cancel={steps.cancel} />}
      {isToCome && <MoveDialog parts={works.parts} announced zone={zone} move={steps.move} />}
      {begun && <ExtendDialog key={begun.end} end={begun.end} zone={zone} extend={steps.extend} />}
      {begun && <RestoreDialog restore={steps.restore} />}
    </>
  )
}
