'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/http/action'
import { MailOutcome } from './mail-outcome'

/** Sends an invitation again, by another address. */
export function ResendButton({ resend }: { resend: () => Promise<ActionResult<{ isMailed: boolean }>> }) {
  const t = useTranslations('operator.staff')
  const [result, setResult] = useState<ActionResult<{ isMailed: boolean }> | null>(null)
  const [sending, startSending] = useTransition()
  return (
    <>
      <Button variant="secondary" pending={sending} onClick={() => startSending(async () => setResult(await resend()))}>
        {t('resend')}
      </Button>
      <MailOutcome result={result} />
    </>
  )
}
