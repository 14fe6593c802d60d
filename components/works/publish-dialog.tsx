'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { ActionResult } from '@/lib/http/action'
import type { AffectedCounts, LegalNotice } from '@/lib/works/works'
import { AffectedFigures } from './affected-figures'
import { LegalVerdict } from './legal-verdict'
import { ReasonField } from './reason-field'
import { WorksDialog } from './works-dialog'

export interface PublishDialogProps {
  affected: AffectedCounts
  legal: LegalNotice | null
  zone: string
  publish: (shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
  /** What will be sent, and whether it is in time. */
  children?: ReactNode
}

/** Asks once more before people are told; short notice wants a reason in writing. */
export function PublishDialog({ affected, legal, zone, publish, children }: PublishDialogProps) {
  const t = useTranslations('operator.publish')
  const [reason, setReason] = useState('')
  const isShort = legal !== null && !legal.ok
  return (
    <WorksDialog step="publish" openVariant="primary" fields={['shortNoticeReason']} act={() => publish(isShort ? reason : undefined)}>
      {(errorOf) => (
        <>
          <p>{t('what_happens')}</p>
          <AffectedFigures counts={affected} />
          <LegalVerdict legal={legal} zone={zone} />
          {children}
          {isShort && (
            <ReasonField
              name="shortNoticeReason"
              label={t('reason')}
              hint={t('reason_hint')}
              value={reason}
              onWrite={setReason}
              error={errorOf('shortNoticeReason')}
            />
          )}
        </>
      )}
    </WorksDialog>
  )
}
