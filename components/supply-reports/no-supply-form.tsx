'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionResult } from '@/lib/http/action'

/** A server action as a form without scripts calls it, too. */
export type ReportAction = (before: ActionResult<void> | null, form: FormData) => Promise<ActionResult<void>>

export interface NoSupplyFormProps {
  addressId: number
  reference: string
  words: Record<'submit' | 'done' | 'next' | 'failed', string>
  report: ReportAction
}

/** One press of a button. The answer is the same whether somebody said it before or not. */
export function NoSupplyForm({ addressId, reference, words, report }: NoSupplyFormProps) {
  const [result, submit] = useActionState(report, null)
  if (result?.ok) {
    return (
      <Alert tone="clear" role="status" title={words.done}>
        <p>{words.next}</p>
      </Alert>
    )
  }
  return (
    <form action={submit} className="space-y-4">
      <input type="hidden" name="addressId" value={addressId} />
      <input type="hidden" name="reference" value={reference} />
      {result && (
        <Alert tone="unknown" role="alert" title={words.failed}>
          <p>{result.error.message}</p>
        </Alert>
      )}
      <SubmitButton variant="secondary">{words.submit}</SubmitButton>
    </form>
  )
}
