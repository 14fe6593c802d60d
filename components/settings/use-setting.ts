import { useState, useTransition } from 'react'
import type { ActionResult } from '@/lib/http/action'

/** How saving a setting stands: its outcome is forgotten as soon as somebody writes on. */
export function useSetting<Input, Output>(save: (input: Input) => Promise<ActionResult<Output>>) {
  const [result, setResult] = useState<ActionResult<Output> | null>(null)
  const [isSaving, startSaving] = useTransition()
  const error = result && !result.ok ? result.error : null
  return {
    isSaving,
    isSaved: result?.ok ?? false,
    /** What is wrong, wherever. */
    error,
    /** What is wrong with one field. */
    errorOf: (field: string & keyof Input) => (error?.field === field ? error.message : undefined),
    forget: () => setResult(null),
    /** Saves; `then` gets what came of it. */
    submit: (input: Input, then?: (value: Output) => void) =>
      startSaving(async () => {
        const answer = await save(input)
        if (answer.ok) then?.(answer.value)
        setResult(answer)
      }),
  }
}
