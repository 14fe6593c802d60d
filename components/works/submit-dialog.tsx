'use client'

import { useTranslations } from 'next-intl'
import type { ActionResult } from '@/lib/http/action'
import { WorksDialog } from './works-dialog'

export interface SubmitDialogProps {
  /** From so many dwellings on a second person approves. */
  from: number
  submit: () => Promise<ActionResult<unknown>>
}

/** Asks once more before works go to a second person. */
export function SubmitDialog({ from, submit }: SubmitDialogProps) {
  const t = useTranslations('operator.submit')
  return (
    <WorksDialog step="submit" openVariant="primary" act={submit}>
      {() => <p>{t('what_happens', { from })}</p>}
    </WorksDialog>
  )
}
