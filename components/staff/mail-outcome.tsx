'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { ActionResult } from '@/lib/http/action'

/** Whether a mail went out; nothing before it was tried, and what is wrong with a field stands beside that. */
export function MailOutcome({ result }: { result: ActionResult<{ isMailed: boolean }> | null }) {
  const t = useTranslations('operator.staff')
  if (!result) return null
  if (!result.ok) return result.error.field ? null : <Alert tone="danger" role="alert" title={result.error.message} />
  if (!result.value.isMailed) return <Alert tone="danger" role="alert" title={t('mail_failed')} />
  return <Alert tone="clear" role="status" title={t('invite.sent')} />
}
