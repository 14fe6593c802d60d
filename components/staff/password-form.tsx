'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'

export interface PasswordFormProps {
  change: (input: { current: string; password: string }) => Promise<ActionResult<void>>
}

/** One's own password. */
export function PasswordForm({ change }: PasswordFormProps) {
  const t = useTranslations('operator.account')
  // A function as `action`: before the page is alive React keeps the form from being sent with the password in the address.
  const [result, submit] = useActionState(
    (_before: ActionResult<void> | null, form: FormData) =>
      change({ current: String(form.get('current')), password: String(form.get('password')) }),
    null,
  )
  const error = result && !result.ok ? result.error : null
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  const common = { type: 'password', required: true, maxLength: 200 } as const
  return (
    <form action={submit} className="max-w-lg space-y-4">
      <TextField name="current" label={t('current')} autoComplete="current-password" error={errorOf('current')} {...common} />
      <TextField
        name="password"
        label={t('new')}
        hint={t('new_hint')}
        autoComplete="new-password"
        error={errorOf('password')}
        {...common}
      />
      {result?.ok && <Alert tone="clear" role="status" title={t('changed')} />}
      {error && !error.field && <Alert tone="danger" role="alert" title={error.message} />}
      <SubmitButton variant="secondary">{t('change')}</SubmitButton>
    </form>
  )
}
