'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/components/ui/use-kept-form'
import type { SignInChoice } from '@/lib/self-service/find-sign-in-choices'

export interface SignInChoicesProps {
  choices: SignInChoice[]
  next: string
  words: Record<'title' | 'lead' | 'noAddress' | 'nobody' | 'notYet', string>
  choose: FormAction
}

/** As whom to go on, where an e-mail or a number is several people's: a button for each, named by their addresses. */
export function SignInChoices({ choices, next, words, choose }: SignInChoicesProps) {
  const [result, submit] = useActionState(choose, null)
  if (choices.length === 0) return <Alert tone="unknown" role="alert" title={words.nobody} />
  return (
    <form action={submit} className="space-y-4">
      {result && !result.ok && (
        <Alert tone="unknown" role="alert" title={words.notYet}>
          <p>{result.error.message}</p>
        </Alert>
      )}
      <input type="hidden" name="next" value={next} />
      <h2 className="text-xl">{words.title}</h2>
      <p>{words.lead}</p>
      {choices.map(({ ticket, addresses }) => (
        <SubmitButton key={ticket} variant="secondary" name="ticket" value={ticket} className="w-full whitespace-pre-line">
          {addresses.length > 0 ? addresses.join('\n') : words.noAddress}
        </SubmitButton>
      ))}
    </form>
  )
}
