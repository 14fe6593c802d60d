'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { StatusPill } from '@/components/ui/status-pill'
import type { ActionResult } from '@/lib/http/action'
import { CodeDialog } from './code-dialog'
import { RecoveryCodes } from './recovery-codes'

export interface OwnFactorProps {
  recoveryCodes: number
  isRequired: boolean
  renew: (code: string) => Promise<ActionResult<string[]>>
  remove: (code: string) => Promise<ActionResult<void>>
}

/** A second factor that is set up: new recovery codes, or without it from now on. */
export function OwnFactor({ recoveryCodes, isRequired, renew, remove }: OwnFactorProps) {
  const t = useTranslations('operator.factor')
  const [codes, setCodes] = useState<string[] | null>(null)
  const renewAndShow = async (code: string) => {
    const result = await renew(code)
    if (result.ok) setCodes(result.value)
    return result
  }
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
  return (
    <div className="space-y-4">
      <p className="flex flex-wrap items-center gap-3">
        <StatusPill tone="clear">{t('on')}</StatusPill>
        {t('codes_left', { count: recoveryCodes })}
      </p>
      <div className="flex flex-wrap gap-3">
        <CodeDialog words={{ open: t('renew'), title: t('renew'), text: t('renew_text'), confirm: t('confirm') }} act={renewAndShow} />
        {isRequired ? (
          <p className="self-center">{t('required')}</p>
        ) : (
          <CodeDialog
            words={{ open: t('remove'), title: t('remove'), text: t('remove_text'), confirm: t('confirm') }}
            confirmVariant="danger"
            act={remove}
          />
        )}
      </div>
    </div>
  )
}
