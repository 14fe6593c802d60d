'use client'

import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { type FormAction, useKeptForm } from '@/components/ui/use-kept-form'
import { NotYet } from './not-yet'

export interface CustomerEndFormProps {
  next: string
  words: Record<'end' | 'submit' | 'notYet', string>
  ask: FormAction
}

/** Asks for a code by e-mail or SMS. What comes next is the same whether anybody has this e-mail or number. Works without scripts. */
export function CustomerEndForm({ next, words, ask }: CustomerEndFormProps) {
  const { result, pending, form } = useKeptForm(ask)
  const error = result && !result.ok ? result.error : null
  return (
    <form {...form} className="space-y-5">
      <NotYet title={words.notYet} error={error} />
      <input type="hidden" name="next" value={next} />
      <TextField name="end" label={words.end} error={error?.field && error.message} autoComplete="email" required maxLength={254} />
      <Button type="submit" pending={pending} variant="secondary" className="w-full">
        {words.submit}
      </Button>
    </form>
  )
}
