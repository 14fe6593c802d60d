'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'

export interface SignInFormProps {
  /** A path of ours. */
  next: string
  words: Record<
    'email' | 'password' | 'code' | 'codeHint' | 'submit' | 'notYet' | 'wrong' | 'wrongCode' | 'tooMany' | 'unavailable',
    string
  >
}

/**
 * Password first, then the code of the second factor. Whether one is needed is not told, as the server does not: after a first attempt that
 * did not get in, everybody is asked for it.
 */
export function SignInForm({ next, words }: SignInFormProps) {
  const [draft, setDraft] = useState({ email: '', password: '', code: '' })
  const [error, setError] = useState<string | null>(null)
  const [asksForCode, setAsksForCode] = useState(false)
  const [trying, startTrying] = useTransition()
  const write = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const attempt = async () => {
    const result = await signIn('credentials', { ...draft, redirect: false })
    if (result?.ok) return window.location.assign(next)
    const isWrong = result?.error === 'CredentialsSignin'
    if (isWrong) setAsksForCode(true)
    const wrong = draft.code ? words.wrongCode : words.wrong
    setError(isWrong ? wrong : result?.error === 'too_many_requests' ? words.tooMany : words.unavailable)
    write({ code: '' })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startTrying(attempt)
  }
  return (
    <form onSubmit={submit} className="space-y-5">
      {error && (
        <Alert tone="unknown" role="alert" title={words.notYet}>
          <p>{error}</p>
        </Alert>
      )}
      <TextField
        name="email"
        type="email"
        label={words.email}
        autoComplete="username"
        required
        value={draft.email}
        onChange={(event) => write({ email: event.target.value })}
      />
      <TextField
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        required
        maxLength={200}
        value={draft.password}
        onChange={(event) => write({ password: event.target.value })}
      />
      {asksForCode && (
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          autoComplete="one-time-code"
          autoFocus
          maxLength={40}
          value={draft.code}
          onChange={(event) => write({ code: event.target.value })}
        />
      )}
      <Button type="submit" className="w-full" pending={trying}>
        {words.submit}
      </Button>
    </form>
  )
}
