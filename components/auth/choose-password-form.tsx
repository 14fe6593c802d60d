'use client'

import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'

export interface ChoosePasswordFormProps {
  /** Whose it will be: for the browser's password store. */
  email: string
  words: Record<'password' | 'hint' | 'again' | 'differs' | 'submit', string>
  /** Comes back only when something is wrong. */
  choose: (password: string) => Promise<ActionResult<void>>
}

/** A new password, typed twice. */
export function ChoosePasswordForm({ email, words, choose }: ChoosePasswordFormProps) {
  const [draft, setDraft] = useState({ password: '', again: '' })
  const [error, setError] = useState<{ message: string; field?: string } | null>(null)
  const [saving, startSaving] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.password !== draft.again) return setError({ message: words.differs, field: 'again' })
    startSaving(async () => {
      const result = await choose(draft.password)
      if (!result.ok) setError(result.error)
    })
  }
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  return (
    <form onSubmit={submit} className="space-y-5">
      {error && !error.field && <Alert tone="danger" role="alert" title={error.message} />}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        name="password"
        type="password"
        label={words.password}
        hint={words.hint}
        autoComplete="new-password"
        required
        maxLength={200}
        value={draft.password}
        error={errorOf('password')}
        onChange={(event) => setDraft({ ...draft, password: event.target.value })}
      />
      <TextField
        name="again"
        type="password"
        label={words.again}
        autoComplete="new-password"
        required
        maxLength={200}
        value={draft.again}
        error={errorOf('again')}
        onChange={(event) => setDraft({ ...draft, again: event.target.value })}
      />
      <Button type="submit" pending={saving}>
        {words.submit}
      </Button>
    </form>
  )
}
