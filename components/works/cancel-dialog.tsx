'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActionResult } from '@/lib/http/action'
import { ReasonField } from './reason-field'
import { WorksDialog } from './works-dialog'

export interface CancelDialogProps {
  /** Whether anyone may have heard of the works: then they hear of this, too. */
  announced: boolean
  cancel: (reason: string) => Promise<ActionResult<unknown>>
}

/** Asks once more, and why. */
export function CancelDialog({ announced, cancel }: CancelDialogProps) {
  const t = useTranslations('operator.cancel')
  const [reason, setReason] = useState('')
  return (
    <WorksDialog step="cancel" confirmVariant="danger" fields={['reason']} act={() => cancel(reason)}>
      {(errorOf) => (
        <>
          <p>{announced ? t('who_hears') : t('nobody_hears')}</p>
          <ReasonField
            name="reason"
            label={t('reason')}
            hint={t('reason_hint')}
            value={reason}
            onWrite={setReason}
            error={errorOf('reason')}
          />
        </>
      )}
    </WorksDialog>
  )
}
