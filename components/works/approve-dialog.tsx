'use client'

import { useTranslations } from 'next-intl'
import type { ActionResult } from '@/lib/http/action'
import { WorksDialog } from './works-dialog'

/** Asks once more before works are approved. */
export function ApproveDialog({ approve }: { approve: () => Promise<ActionResult<unknown>> }) {
  const t = useTranslations('operator.approve')
  return (
    <WorksDialog step="approve" openVariant="primary" act={approve}>
      {() => <p>{t('what_happens')}</p>}
    </WorksDialog>
  )
}
