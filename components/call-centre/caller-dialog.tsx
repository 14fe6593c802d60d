'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import type { ButtonVariant } from '@/components/ui/button-style'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { ActionResult } from '@/lib/http/action'

/** What a dialog's fields are told after an attempt that failed. */
export interface LastAttempt {
  /** What is wrong with the field `value`, told beside it. */
  valueError: string | undefined
  /** What stood in a field: nobody writes it again because of one wrong digit. */
  last: (name: string) => string | undefined
}

export interface CallerDialogProps {
  open: ReactNode
  openVariant?: ButtonVariant
  confirmVariant?: ButtonVariant
  title: ReactNode
  confirm: ReactNode
  act: (form: FormData) => Promise<ActionResult<unknown>>
  children: (attempt: LastAttempt) => ReactNode
}

interface Attempt {
  number: number
  form: FormData | null
  error: { message: string; field?: string } | null
}

/** One step on a contact: what it means, what it needs to know, and once more yes or no. */
export function CallerDialog({ act, children, ...look }: CallerDialogProps) {
  const dismiss = useTranslations('callCentre')('dismiss')
  const [{ number, form, error }, setAttempt] = useState<Attempt>({ number: 0, form: null, error: null })
  const run = async (written: FormData) => {
    const result = await act(written)
    setAttempt({ number: number + 1, form: result.ok ? null : written, error: result.ok ? null : result.error })
    return result.ok
  }
  const last = (name: string) => form?.get(name)?.toString()
  return (
    <ConfirmDialog {...look} dismiss={dismiss} action={run}>
      {/* Made anew after each attempt, with what stood in them: the next one begins from there. */}
      <div key={number} className="space-y-4">
        {children({ valueError: error?.field === 'value' ? error.message : undefined, last })}
      </div>
      {error && error.field !== 'value' && <Alert tone="danger" role="alert" title={error.message} />}
    </ConfirmDialog>
  )
}
