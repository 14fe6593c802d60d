'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/http/action'
import type { FactorOffer } from '@/lib/staff/start-factor'
import { ConfirmFactorForm } from './confirm-factor-form'
import { RecoveryCodes } from './recovery-codes'

export interface SetUpFactorProps {
  start: () => Promise<ActionResult<FactorOffer>>
  confirm: (code: string) => Promise<ActionResult<string[]>>
  /** Where to go when it is done; a path of ours. */
  next: string
}

/** Sets a second factor up: scan, confirm by a first code, keep the recovery codes. */
export function SetUpFactor({ start, confirm, next }: SetUpFactorProps) {
  const t = useTranslations('operator.factor')
  const [offer, setOffer] = useState<ActionResult<FactorOffer> | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const [starting, startStarting] = useTransition()
  if (codes) return <RecoveryCodes codes={codes} onKept={() => window.location.assign(next)} />
  if (offer?.ok) return <ConfirmFactorForm offer={offer.value} confirm={confirm} onConfirmed={setCodes} />
  return (
    <div className="space-y-4">
      {offer && <Alert tone="danger" role="alert" title={offer.error.message} />}
      <Button pending={starting} onClick={() => startStarting(async () => setOffer(await start()))}>
        {t('start')}
      </Button>
    </div>
  )
}
