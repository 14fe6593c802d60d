'use client'

import { useTranslations } from 'next-intl'
import type { ActionResult } from '@/lib/http/action'
import { WorksDialog } from './works-dialog'

/** Asks once more whether supply is really back everywhere. */
export function RestoreDialog({ restore }: { restore: () => Promise<ActionResult<unknown>> }) {
  const t = useTranslations('operator.restore')
  return (
    <WorksDialog step="restore" openVariant="primary" act={restore}>
      {() => <p>{t('who_hears')}</p>}
    </WorksDialog>
  )
}
