'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'

export interface ForgottenFormProps {
  words: Record<'email' | 'submit' | 'done', string>
  ask: (email: string) => Promise<ActionResult<void>>
}

/** Asks for a new password. The answer is the same whether there is such an account or not. */
export function ForgottenForm({ words, ask }: ForgottenFormProps) {
  const [result, submit] = useActionState((_before: ActionResult<void> | null, form: FormData) => ask(String(form.get('email'))), null)
  if (result?.ok) return <Alert tone="clear" role="status" title={words.done} />
  return (
    <form action={submit} className="space-y-5">
      <TextField name="email" type="email" label={words.email} autoComplete="username" required error={result?.error.message} />
      <SubmitButton>{words.submit}</SubmitButton>
    </form>
  )
}
