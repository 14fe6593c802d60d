'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import type { ButtonVariant } from '@/components/ui/button-style'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { ActionResult } from '@/lib/http/action'

/** What of the fields is wrong, by their names: told beside the field that shows it. */
export type ErrorOf = (field: string) => string | undefined

export interface WorksDialogProps {
  /** Whose words they are: `operator.<step>` has `open`, `title`, `confirm` and `dismiss`. */
  step: 'publish' | 'cancel' | 'move' | 'extend' | 'restore' | 'submit' | 'withdraw' | 'approve' | 'return' | 'discard'
  openVariant?: ButtonVariant
  confirmVariant?: ButtonVariant
  wide?: boolean
  /** The fields that say themselves what is wrong with them; anything else is told below. */
  fields?: readonly string[]
  act: () => Promise<ActionResult<unknown>>
  children: (errorOf: ErrorOf) => ReactNode
}

/** The one shape of every step in the life of works: a button, what it will mean, what it needs to know, and once more yes or no. */
export function WorksDialog({ step, fields = [], act, children, ...look }: WorksDialogProps) {
  const t = useTranslations(`operator.${step}`)
  const [error, setError] = useState<{ message: string; field?: string } | null>(null)
  const run = async () => {
    const result = await act()
    setError(result.ok ? null : result.error)
    return result.ok
  }
  const errorOf: ErrorOf = (field) => (error?.field === field ? error.message : undefined)
  const isTold = error?.field !== undefined && fields.includes(error.field)
  return (
    <ConfirmDialog open={t('open')} title={t('title')} confirm={t('confirm')} dismiss={t('dismiss')} action={run} {...look}>
      {children(errorOf)}
      {error && !isTold && <Alert tone="danger" role="alert" title={error.message} />}
    </ConfirmDialog>
  )
}
