'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { type FormAction, useKeptForm } from '@/components/ui/use-kept-form'

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
      {error && (
        <Alert tone="unknown" role="alert" title={words.notYet}>
          {!error.field && <p>{error.message}</p>}
        </Alert>
      )}
      <input type="hidden" name="next" value={next} />
      <TextField name="end" label={words.end} error={error?.field && error.message} autoComplete="email" required maxLength={254} />
      <Button type="submit" pending={pending} variant="secondary" className="w-full">
        {words.submit}
      </Button>
    </form>
  )
}
