'use client'

import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ButtonVariant } from '@/components/ui/button-style'
import { type FormAction, useKeptForm } from '@/components/ui/use-kept-form'

export interface ActionFormProps {
  /** Gives back what to say when it is done. */
  action: FormAction<string>
  /** What the form is about. */
  hidden?: Record<string, string | number>
  submit: ReactNode
  variant?: ButtonVariant
  /** The title above what went wrong. */
  failed: string
  className?: string
  children?: ReactNode
}

/** A form that says what came of it where it stands. Works without scripts. */
export function ActionForm({ action, hidden = {}, submit, variant = 'secondary', failed, className, children }: ActionFormProps) {
  const { result, pending, form } = useKeptForm(action)
  return (
    <form {...form} className={className ?? 'space-y-4'}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {result && !result.ok && (
        <Alert tone="unknown" role="alert" title={failed}>
          <p>{result.error.message}</p>
        </Alert>
      )}
      {result?.ok && result.value && <Alert tone="clear" role="status" title={result.value} />}
      <Button type="submit" variant={variant} pending={pending}>
        {submit}
      </Button>
    </form>
  )
}
