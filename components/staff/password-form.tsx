'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'

const EMPTY = { current: '', password: '' }

/** One's own password. */
export function PasswordForm({ change }: { change: (input: typeof EMPTY) => Promise<ActionResult<void>> }) {
  const t = useTranslations('operator.account')
  const [draft, setDraft] = useState(EMPTY)
  const [result, setResult] = useState<ActionResult<void> | null>(null)
  const [saving, startSaving] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSaving(async () => {
      const answer = await change(draft)
      setResult(answer)
      if (answer.ok) setDraft(EMPTY)
    })
  }
  const error = result && !result.ok ? result.error : null
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  return (
    <form onSubmit={submit} className="max-w-lg space-y-4">
      <TextField
        name="current"
        type="password"
        label={t('current')}
        autoComplete="current-password"
        required
        maxLength={200}
        value={draft.current}
        error={errorOf('current')}
        onChange={(event) => setDraft({ ...draft, current: event.target.value })}
      />
      <TextField
        name="password"
        type="password"
        label={t('new')}
        hint={t('new_hint')}
        autoComplete="new-password"
        required
        maxLength={200}
        value={draft.password}
        error={errorOf('password')}
        onChange={(event) => setDraft({ ...draft, password: event.target.value })}
      />
      {result?.ok && <Alert tone="clear" role="status" title={t('changed')} />}
      {error && !error.field && <Alert tone="danger" role="alert" title={error.message} />}
      <Button type="submit" variant="secondary" pending={saving}>
        {t('change')}
      </Button>
    </form>
  )
}
