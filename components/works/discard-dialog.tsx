'use client'

import { useTranslations } from 'next-intl'
import type { ActionResult } from '@/lib/http/action'
import { WorksDialog } from './works-dialog'

/** Asks once more before a draft is thrown away. */
export function DiscardDialog({ discard }: { discard: () => Promise<ActionResult<unknown>> }) {
  const t = useTranslations('operator.discard')
  return (
    <WorksDialog step="discard" confirmVariant="danger" act={discard}>
      {() => <p>{t('what_happens')}</p>}
    </WorksDialog>
  )
}
