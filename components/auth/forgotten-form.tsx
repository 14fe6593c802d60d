'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'

export interface ForgottenFormProps {
  words: Record<'email' | 'submit' | 'done', string>
  ask: (email: string) => Promise<ActionResult<void>>
}

/** Asks for a new password. The answer is the same whether there is such an account or not. */
export function ForgottenForm({ words, ask }: ForgottenFormProps) {
  const [email, setEmail] = useState('')
  const [result, setResult] = useState<ActionResult<void> | null>(null)
  const [asking, startAsking] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startAsking(async () => setResult(await ask(email)))
  }
  if (result?.ok) return <Alert tone="clear" role="status" title={words.done} />
  return (
    <form onSubmit={submit} className="space-y-5">
      <TextField
        name="email"
        type="email"
        label={words.email}
        autoComplete="username"
        required
        value={email}
        error={result?.error.message}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button type="submit" pending={asking}>
        {words.submit}
      </Button>
    </form>
  )
}
