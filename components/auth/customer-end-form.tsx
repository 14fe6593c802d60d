'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { FormAction } from './customer-proof-form'

export interface CustomerEndFormProps {
  next: string
  words: Record<'end' | 'submit' | 'notYet', string>
  ask: FormAction
}

/** Asks for a code by e-mail or SMS. What comes next is the same whether anybody has this e-mail or number. Works without scripts. */
export function CustomerEndForm({ next, words, ask }: CustomerEndFormProps) {
  const [result, submit] = useActionState(ask, null)
  const error = result && !result.ok ? result.error : null
  return (
    <form action={submit} className="space-y-5">
      {error && (
        <Alert tone="unknown" role="alert" title={words.notYet}>
          {!error.field && <p>{error.message}</p>}
        </Alert>
      )}
      <input type="hidden" name="next" value={next} />
      <TextField name="end" label={words.end} error={error?.field && error.message} autoComplete="email" required maxLength={254} />
      <SubmitButton variant="secondary" className="w-full">
        {words.submit}
      </SubmitButton>
    </form>
  )
}
