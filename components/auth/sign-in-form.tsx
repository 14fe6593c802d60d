'use client'

import { signIn } from 'next-auth/react'
import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'

export interface SignInFormProps {
  /** A path of ours. */
  next: string
  words: { email: string; password: string; submit: string; wrong: string; tooMany: string; unavailable: string }
}

interface Attempt {
  email: string
  error: string | null
}

function wordsOf(error: string | undefined, words: SignInFormProps['words']): string {
  if (error === 'CredentialsSignin') return words.wrong
  return error === 'too_many_requests' ? words.tooMany : words.unavailable
}

export function SignInForm({ next, words }: SignInFormProps) {
  async function attempt(_before: Attempt, form: FormData): Promise<Attempt> {
    const email = String(form.get('email'))
    const result = await signIn('credentials', { email, password: form.get('password'), redirect: false })
    if (!result?.ok) return { email, error: wordsOf(result?.error ?? undefined, words) }
    window.location.assign(next)
    return { email, error: null }
  }
  const [{ email, error }, submit] = useActionState(attempt, { email: '', error: null })
  return (
    <form action={submit} className="space-y-5">
      {error && <Alert tone="danger" role="alert" title={error} />}
      <TextField name="email" type="email" label={words.email} autoComplete="username" required defaultValue={email} key={email} />
      <TextField name="password" type="password" label={words.password} autoComplete="current-password" required maxLength={200} />
      <SubmitButton className="w-full">{words.submit}</SubmitButton>
    </form>
  )
}
