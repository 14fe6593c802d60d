'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActionResult } from '@/lib/http/action'
import { ReasonField } from './reason-field'
import { WorksDialog } from './works-dialog'

/** Asks what has to be changed before works can be approved. */
export function ReturnDialog({ giveBack }: { giveBack: (reason: string) => Promise<ActionResult<unknown>> }) {
  const t = useTranslations('operator.return')
  const [reason, setReason] = useState('')
  return (
    <WorksDialog step="return" fields={['reason']} act={() => giveBack(reason)}>
      {(errorOf) => (
        <ReasonField
          name="reason"
          label={t('reason')}
          hint={t('reason_hint')}
          value={reason}
          onWrite={setReason}
          error={errorOf('reason')}
        />
      )}
    </WorksDialog>
  )
}
