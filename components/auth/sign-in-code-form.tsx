'use client'

import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { type FormAction, useKeptForm } from '@/components/ui/use-kept-form'
import type { SignInChoice } from '@/lib/self-service/find-sign-in-choices'
import { SignInChoices, type SignInChoicesProps } from './sign-in-choices'

export interface SignInCodeFormProps {
  next: string
  submit: string
  words: SignInChoicesProps['words']
  take: FormAction<SignInChoice[]>
  choose: FormAction
  /** The field for the code; none where a link brought the proof. */
  children?: ReactNode
}

/** Takes a code, or the press of a button after a link; asks as whom to go on where there are several. Works without scripts. */
export function SignInCodeForm({ next, submit: label, words, take, choose, children }: SignInCodeFormProps) {
  const { result, pending, form } = useKeptForm(take)
  if (result?.ok) return <SignInChoices choices={result.value} next={next} words={words} choose={choose} />
  return (
    <form {...form} className="space-y-5">
      {result && (
        <Alert tone="unknown" role="alert" title={words.notYet}>
          <p>{result.error.message}</p>
        </Alert>
      )}
      <input type="hidden" name="next" value={next} />
      {children}
      <Button type="submit" pending={pending} className="w-full">
        {label}
      </Button>
    </form>
  )
}
