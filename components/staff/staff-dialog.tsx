'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import type { ButtonVariant } from '@/components/ui/button-style'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { ActionResult } from '@/lib/http/action'

export interface StaffDialogProps {
  words: { open: string; title: string; text?: string; confirm: string }
  openVariant?: ButtonVariant
  confirmVariant?: ButtonVariant
  /** What `act` gives back is told below when it says no. */
  act: (form: FormData) => Promise<ActionResult<unknown>>
  /** Fields, given what is wrong with the one named. */
  children?: (errorOf: (field: string) => string | undefined) => ReactNode
}

/** A button, what it will mean, and once more yes or no. */
export function StaffDialog({ words, act, children, ...look }: StaffDialogProps) {
  const t = useTranslations('operator')
  const [error, setError] = useState<{ message: string; field?: string } | null>(null)
  const run = async (form: FormData) => {
    const result = await act(form)
    setError(result.ok ? null : result.error)
    return result.ok
  }
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  return (
    <ConfirmDialog open={words.open} title={words.title} confirm={words.confirm} dismiss={t('dismiss')} action={run} {...look}>
      {words.text && <p>{words.text}</p>}
      {children?.(errorOf)}
      {error && !(children && error.field) && <Alert tone="danger" role="alert" title={error.message} />}
    </ConfirmDialog>
  )
}
