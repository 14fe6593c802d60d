'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import type { ButtonVariant } from '@/components/ui/button-style'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { ActionResult } from '@/lib/http/action'

export interface CallerDialogProps {
  open: ReactNode
  openVariant?: ButtonVariant
  confirmVariant?: ButtonVariant
  title: ReactNode
  confirm: ReactNode
  act: (form: FormData) => Promise<ActionResult<unknown>>
  /** Gets what is wrong with the field `value`, told beside it. */
  children: (valueError: string | undefined) => ReactNode
}

/** One step on a contact: what it means, what it needs to know, and once more yes or no. */
export function CallerDialog({ act, children, ...look }: CallerDialogProps) {
  const dismiss = useTranslations('callCentre')('dismiss')
  const [error, setError] = useState<{ message: string; field?: string } | null>(null)
  const run = async (form: FormData) => {
    const result = await act(form)
    setError(result.ok ? null : result.error)
    return result.ok
  }
  return (
    <ConfirmDialog {...look} dismiss={dismiss} action={run}>
      {children(error?.field === 'value' ? error.message : undefined)}
      {error && error.field !== 'value' && <Alert tone="danger" role="alert" title={error.message} />}
    </ConfirmDialog>
  )
}
