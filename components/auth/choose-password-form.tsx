'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'

export interface ChoosePasswordFormProps {
  /** Whose it will be: for the browser's password store. */
  email: string
  words: Record<'password' | 'hint' | 'again' | 'differs' | 'submit', string>
  /** Comes back only when something is wrong. */
  choose: (password: string) => Promise<ActionResult<void>>
}

type Wrong = { message: string; field?: string } | null

/** A new password, typed twice. */
export function ChoosePasswordForm({ email, words, choose }: ChoosePasswordFormProps) {
  // A function as `action`: before the page is alive React keeps the form from being sent with the password in the address.
  async function attempt(_before: Wrong, form: FormData): Promise<Wrong> {
    const password = String(form.get('password'))
    if (password !== form.get('again')) return { message: words.differs, field: 'again' }
    const result = await choose(password)
    return result.ok ? null : result.error
  }
  const [error, submit] = useActionState(attempt, null)
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  const common = { type: 'password', autoComplete: 'new-password', required: true, maxLength: 200 } as const
  return (
    <form action={submit} className="space-y-5">
      {error && !error.field && <Alert tone="danger" role="alert" title={error.message} />}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField name="password" label={words.password} hint={words.hint} error={errorOf('password')} {...common} />
      <TextField name="again" label={words.again} error={errorOf('again')} {...common} />
      <SubmitButton>{words.submit}</SubmitButton>
    </form>
  )
}
