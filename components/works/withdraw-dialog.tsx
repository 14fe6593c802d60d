'use client'

import { useTranslations } from 'next-intl'
import type { ActionResult } from '@/lib/http/action'
import { WorksDialog } from './works-dialog'

/** Asks once more before works are taken back from approval. */
export function WithdrawDialog({ withdraw }: { withdraw: () => Promise<ActionResult<unknown>> }) {
  const t = useTranslations('operator.withdraw')
  return (
    <WorksDialog step="withdraw" act={withdraw}>
      {() => <p>{t('what_happens')}</p>}
    </WorksDialog>
  )
}
