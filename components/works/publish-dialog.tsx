'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextArea } from '@/components/ui/text-area'
import type { ActionResult } from '@/lib/http/action'
import type { AffectedCounts, LegalNotice } from '@/lib/works/works'
import { AffectedFigures } from './affected-figures'
import { LegalVerdict } from './legal-verdict'

export interface PublishDialogProps {
  affected: AffectedCounts
  legal: LegalNotice | null
  zone: string
  publish: (shortNoticeReason: string | undefined) => Promise<ActionResult<unknown>>
}

/** Asks once more before people are told; short notice wants a reason in writing. */
export function PublishDialog({ affected, legal, zone, publish }: PublishDialogProps) {
  const t = useTranslations('operator.publish')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<{ message: string; field?: string } | null>(null)
  const isShort = legal !== null && !legal.ok
  const act = async () => {
    const result = await publish(isShort ? reason : undefined)
    setError(result.ok ? null : result.error)
    return result.ok
  }
  return (
    <ConfirmDialog open={t('open')} openVariant="primary" title={t('title')} confirm={t('confirm')} dismiss={t('dismiss')} action={act}>
      <p>{t('what_happens')}</p>
      <AffectedFigures counts={affected} />
      <LegalVerdict legal={legal} zone={zone} />
      {isShort && (
        <TextArea
          name="shortNoticeReason"
          label={t('reason')}
          hint={t('reason_hint')}
          value={reason}
          required
          minLength={3}
          maxLength={500}
          error={error?.field === 'shortNoticeReason' && error.message}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {error && error.field !== 'shortNoticeReason' && <Alert tone="danger" role="alert" title={error.message} />}
    </ConfirmDialog>
  )
}
