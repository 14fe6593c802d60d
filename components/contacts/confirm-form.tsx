'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionResult } from '@/lib/http/action'

export interface ConfirmFormProps {
  token: string
  submit: string
  confirm: (before: ActionResult<unknown> | null, form: FormData) => Promise<ActionResult<unknown>>
}

/** One button that says yes. Works without scripts. */
export function ConfirmForm({ token, submit: label, confirm }: ConfirmFormProps) {
  const [result, submit] = useActionState(confirm, null)
  return (
    <form action={submit} className="space-y-4">
      {result?.ok === false && <Alert tone="unknown" role="alert" title={result.error.message} />}
      <input type="hidden" name="token" value={token} />
      <SubmitButton className="w-full sm:w-auto">{label}</SubmitButton>
    </form>
  )
}
