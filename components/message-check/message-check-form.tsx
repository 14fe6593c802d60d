'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { ActionResult } from '@/lib/http/action'
import type { VerdictWords } from './describe-verdict'
import { Verdict, type VerdictLabels } from './verdict'

export type CheckState = ActionResult<VerdictWords> | null

export interface MessageCheckFormProps {
  locale: string
  words: VerdictLabels & Record<'label' | 'hint' | 'submit', string>
  check: (before: CheckState, form: FormData) => Promise<CheckState>
}

/** Takes a text and shows what we know of it. The action itself is the form's, so that it works before and without any script. */
export function MessageCheckForm({ locale, words, check }: MessageCheckFormProps) {
  const [state, submit] = useActionState(check, null)
  return (
    <div className="space-y-8">
      <div aria-live="polite">{state?.ok && <Verdict locale={locale} words={state.value} labels={words} />}</div>
      <form action={submit} className="space-y-5">
        <TextArea
          name="text"
          label={words.label}
          hint={words.hint}
          rows={7}
          required
          error={state && !state.ok ? state.error.message : undefined}
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </form>
    </div>
  )
}
