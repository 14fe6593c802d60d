'use client'

import { type FormEvent, startTransition, useActionState } from 'react'
import type { ActionResult } from '@/lib/http/action'

/** A server action as a form without scripts calls it, too. */
export type FormAction<Value = void> = (before: ActionResult<Value> | null, form: FormData) => Promise<ActionResult<Value>>

/**
 * A form that calls a server action, with what it gave back. Without scripts the browser posts it. With scripts what was typed stays after a
 * refusal: a form that React submits by itself is emptied.
 */
export function useKeptForm<Value>(action: FormAction<Value>) {
  const [result, submit, pending] = useActionState<ActionResult<Value> | null, FormData>(action, null)
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const pressed = (event.nativeEvent as SubmitEvent).submitter
    const form = new FormData(event.currentTarget, pressed)
    startTransition(() => submit(form))
  }
  return { result, pending, form: { action: submit, onSubmit } }
}
