'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { type FormAction, useKeptForm } from '@/components/ui/use-kept-form'
import { NotYet } from './not-yet'

export interface CustomerProofFormProps {
  /** A path of ours. */
  next: string
  words: Record<'number' | 'numberHint' | 'proof' | 'proofHint' | 'submit' | 'notYet', string>
  prove: FormAction
}

/** What stands on a bill: account number and meter number. Works without scripts. */
export function CustomerProofForm({ next, words, prove }: CustomerProofFormProps) {
  const { result, pending, form } = useKeptForm(prove)
  const error = result && !result.ok ? result.error : null
  const at = (field: string) => (error?.field === field ? error.message : undefined)
  return (
    <form {...form} className="space-y-5">
      <NotYet title={words.notYet} error={error} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        error={at('number')}
        autoComplete="off"
        required
        maxLength={60}
      />
      <TextField name="proof" label={words.proof} hint={words.proofHint} error={at('proof')} autoComplete="off" required maxLength={60} />
      <Button type="submit" pending={pending} className="w-full">
        {words.submit}
      </Button>
    </form>
  )
}
