'use client'

import { signIn } from 'next-auth/react'
import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'

export interface SignInFormProps {
  /** A path of ours. */
  next: string
  words: Record<
    'email' | 'password' | 'code' | 'codeHint' | 'submit' | 'notYet' | 'wrong' | 'wrongCode' | 'tooMany' | 'unavailable',
    string
  >
}

interface Attempt {
  email: string
  password: string
  /** Whether the code has its field. */
  asksForCode: boolean
  error: string | null
}

const FIRST: Attempt = { email: '', password: '', asksForCode: false, error: null }

function wordsOf(error: string | undefined, code: string, words: SignInFormProps['words']): string {
  if (error === 'CredentialsSignin') return code ? words.wrongCode : words.wrong
  return error === 'too_many_requests' ? words.tooMany : words.unavailable
}

/**
 * Password first, then the code of the second factor. Whether one is needed is not told, as the server does not: after a first attempt that
 * did not get in, everybody is asked for it.
 */
export function SignInForm({ next, words }: SignInFormProps) {
  // A function as `action`: before the page is alive React keeps the form from being sent with the password in the address.
  async function attempt(before: Attempt, form: FormData): Promise<Attempt> {
    const [email = '', password = '', code = ''] = ['email', 'password', 'code'].map((name) => String(form.get(name) ?? ''))
    const result = await signIn('credentials', { email, password, code, redirect: false })
    if (result?.ok) window.location.assign(next)
    const error = result?.ok ? null : wordsOf(result?.error ?? undefined, code, words)
    return { email, password, asksForCode: before.asksForCode || result?.error === 'CredentialsSignin', error }
  }
  const [{ email, password, asksForCode, error }, submit] = useActionState(attempt, FIRST)
  return (
    <form action={submit} className="space-y-5">
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
        defaultValue={email}
        key={`email ${email}`}
      />
      <TextField
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        required
        maxLength={200}
        defaultValue={password}
        key={`password ${password}`}
      />
      {asksForCode && (
        <TextField name="code" label={words.code} hint={words.codeHint} autoComplete="one-time-code" autoFocus maxLength={40} />
      )}
      <SubmitButton className="w-full">{words.submit}</SubmitButton>
    </form>
  )
}
