'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'

type Result = ActionResult<unknown> | null
type FormAction = (before: Result, form: FormData) => Promise<ActionResult<unknown>>

export interface CodeFormProps {
  proof: string
  words: Record<'code' | 'codeHint' | 'submit' | 'again', string>
  confirm: FormAction
  sendAgain: FormAction
}

/** Takes the code that was sent, or has another one sent. Works without scripts. */
export function CodeForm({ proof, words, confirm, sendAgain }: CodeFormProps) {
  const [result, submit] = useActionState(confirm, null)
  const [sent, again] = useActionState(sendAgain, null)
  return (
    <div className="space-y-5">
      <form action={submit} className="space-y-5">
        <input type="hidden" name="proof" value={proof} />
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          error={result?.ok === false ? result.error.message : undefined}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          className="max-w-48 text-2xl tracking-widest"
        />
        <SubmitButton className="w-full sm:w-auto">{words.submit}</SubmitButton>
      </form>
      <form action={again} className="space-y-3 border-t border-line pt-4">
        {sent?.ok === false && <Alert tone="unknown" role="alert" title={sent.error.message} />}
        <input type="hidden" name="proof" value={proof} />
        <SubmitButton variant="secondary">{words.again}</SubmitButton>
      </form>
    </div>
  )
}
