'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActionResult } from '@/lib/http/action'
import { toClockText } from '@/lib/i18n/to-clock-text'
import type { PartWindows, WindowText } from '@/lib/works/works'
import { ReasonField } from './reason-field'
import { type WindowDraft, WindowFields } from './window-fields'
import { WorksDialog } from './works-dialog'

export interface MoveDialogProps {
  /** When each part of the works is now. */
  parts: ReadonlyArray<{ windows: readonly WindowText[] }>
  /** Whether anyone may have heard of the works: then they hear of this, too. */
  announced: boolean
  zone: string
  move: (parts: PartWindows[], shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
}

const SHORT = 'shortNoticeReason'

function draftsOf(windows: readonly WindowText[], zone: string): WindowDraft[] {
  return windows.map(({ start, end }, key) => ({ key, start: toClockText(start, zone), end: toClockText(end, zone) }))
}

const pathOf = (part: number) => `parts.${part}.windows`

/** What the fields are called that say themselves what is wrong with them. */
function fieldsOf(parts: readonly WindowDraft[][]): string[] {
  return parts.flatMap((windows, part) => [
    pathOf(part),
    ...windows.flatMap((_, index) => [`${pathOf(part)}.${index}.start`, `${pathOf(part)}.${index}.end`]),
  ])
}

/** Asks for the new time, part by part; a reason only where the law's notice cannot be kept any more. */
export function MoveDialog({ parts, announced, zone, move }: MoveDialogProps) {
  const t = useTranslations('operator.move')
  const publish = useTranslations('operator.publish')
  const [drafts, setDrafts] = useState(() => parts.map(({ windows }) => draftsOf(windows, zone)))
  const [reason, setReason] = useState('')
  const [isShort, setShort] = useState(false)
  const act = async () => {
    const asked = drafts.map((windows) => ({ windows: windows.map(({ start, end }) => ({ start, end })) }))
    const result = await move(asked, reason || undefined)
    if (!result.ok && result.error.field === SHORT) setShort(true)
    return result
  }
  return (
    <WorksDialog step="move" fields={[SHORT, ...fieldsOf(drafts)]} act={act}>
      {(errorOf) => (
        <>
          <p>{announced ? t('who_hears') : t('nobody_hears')}</p>
          {drafts.map((windows, part) => (
            <section key={pathOf(part)} className="space-y-2">
              {drafts.length > 1 && <h3 className="text-lg">{t('part', { number: part + 1 })}</h3>}
              <WindowFields
                name={pathOf(part)}
                windows={windows}
                onChange={(changed) => setDrafts(drafts.map((other, index) => (index === part ? changed : other)))}
                errorOf={errorOf}
                zone={zone}
              />
            </section>
          ))}
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
