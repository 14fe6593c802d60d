'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActionResult } from '@/lib/http/action'
import { toClockText } from '@/lib/i18n/to-clock-text'
import type { WindowInput, WindowText } from '@/lib/works/works'
import { ReasonField } from './reason-field'
import { type WindowDraft, WindowFields } from './window-fields'
import { WorksDialog } from './works-dialog'

export interface MoveDialogProps {
  /** When the works are now. */
  windows: readonly WindowText[]
  /** Whether anyone may have heard of the works: then they hear of this, too. */
  announced: boolean
  zone: string
  move: (windows: WindowInput[], shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
}

const SHORT = 'shortNoticeReason'

function draftsOf(windows: readonly WindowText[], zone: string): WindowDraft[] {
  return windows.map(({ start, end }, key) => ({ key, start: toClockText(start, zone), end: toClockText(end, zone) }))
}

/** Asks for the new time; a reason only where the law's notice cannot be kept any more. */
export function MoveDialog({ windows, announced, zone, move }: MoveDialogProps) {
  const t = useTranslations('operator.move')
  const publish = useTranslations('operator.publish')
  const [drafts, setDrafts] = useState(() => draftsOf(windows, zone))
  const [reason, setReason] = useState('')
  const [isShort, setShort] = useState(false)
  const act = async () => {
    const result = await move(
      drafts.map(({ start, end }) => ({ start, end })),
      reason || undefined,
    )
    if (!result.ok && result.error.field === SHORT) setShort(true)
    return result
  }
  const fields = drafts.flatMap((_, index) => [`windows.${index}.start`, `windows.${index}.end`])
  return (
    <WorksDialog step="move" fields={[SHORT, 'windows', ...fields]} act={act}>
      {(errorOf) => (
        <>
          <p>{announced ? t('who_hears') : t('nobody_hears')}</p>
          <WindowFields name="windows" windows={drafts} onChange={setDrafts} errorOf={errorOf} zone={zone} />
          {isShort && (
            <ReasonField
              name={SHORT}
              label={publish('reason')}
              hint={publish('reason_hint')}
              value={reason}
              onWrite={setReason}
              error={errorOf(SHORT)}
            />
          )}
        </>
      )}
    </WorksDialog>
  )
}
