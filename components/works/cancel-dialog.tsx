'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextArea } from '@/components/ui/text-area'
import type { ActionResult } from '@/lib/http/action'

export interface CancelDialogProps {
  /** Whether anyone may have heard of the works: then they hear of this, too. */
  announced: boolean
  cancel: (reason: string) => Promise<ActionResult<unknown>>
}

/** Asks once more, and why. */
export function CancelDialog({ announced, cancel }: CancelDialogProps) {
  const t = useTranslations('operator.cancel')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<{ message: string; field?: string } | null>(null)
  const act = async () => {
    const result = await cancel(reason)
    setError(result.ok ? null : result.error)
    return result.ok
  }
  return (
    <ConfirmDialog open={t('open')} title={t('title')} confirm={t('confirm')} confirmVariant="danger" dismiss={t('dismiss')} action={act}>
      <p>{announced ? t('who_hears') : t('nobody_hears')}</p>
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('reason_hint')}
        value={reason}
        required
        minLength={3}
        maxLength={500}
        error={error?.field === 'reason' && error.message}
        onChange={(event) => setReason(event.target.value)}
      />
      {error && error.field !== 'reason' && <Alert tone="danger" role="alert" title={error.message} />}
    </ConfirmDialog>
  )
}
