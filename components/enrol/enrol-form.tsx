'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { SelectField, type SelectOption } from '@/components/ui/select-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'

/** What came of sending the form, and what was typed: it stays there to be mended. */
export type EnrolState = {
  error: { message: string; field?: string }
  typed: { value: string; language: string; hasAgreed: boolean }
} | null

export interface EnrolFormProps {
  addressId: number
  languages: readonly SelectOption[]
  language: string
  words: Record<'value' | 'valueHint' | 'language' | 'submit' | 'consent', string>
  start: (before: EnrolState, form: FormData) => Promise<EnrolState>
}

/** A telephone or mailbox, a language, and whether one agrees. The action itself is the form's, so that it works before and without any script. */
export function EnrolForm({ addressId, languages, language, words, start }: EnrolFormProps) {
  const [state, submit] = useActionState(start, null)
  const typed = state?.typed ?? { value: '', language, hasAgreed: false }
  const error = state?.error
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  const isOfField = error?.field === 'value' || error?.field === 'consent'
  return (
    <form action={submit} className="space-y-5">
      {error && !isOfField && <Alert tone="unknown" role="alert" title={error.message} />}
      <input type="hidden" name="addressId" value={addressId} />
      <TextField
        name="value"
        label={words.value}
        hint={words.valueHint}
        error={errorOf('value')}
        defaultValue={typed.value}
        key={`value ${typed.value}`}
        required
        maxLength={254}
        autoComplete="tel"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SelectField
        name="language"
        label={words.language}
        options={languages}
        defaultValue={typed.language}
        key={`language ${typed.language}`}
      />
      <Checkbox
        name="consent"
        label={words.consent}
        error={errorOf('consent')}
        required
        defaultChecked={typed.hasAgreed}
        key={`consent ${typed.hasAgreed}`}
      />
      <SubmitButton className="w-full sm:w-auto">{words.submit}</SubmitButton>
    </form>
  )
}
