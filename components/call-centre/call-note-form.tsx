'use client'

import { useTranslations } from 'next-intl'
import { type SubmitEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { CALL_NOTE_KINDS, type CallerTarget, type WriteCallNote } from '@/lib/call-centre/call-centre'
import type { CallerSteps } from './caller-steps'

export interface CallNoteFormProps {
  target: CallerTarget | { reference: string }
  /** Works at the caller's place that the call may be about: reference and title. */
  works: ReadonlyArray<readonly [reference: string, title: string]>
  write: CallerSteps['note']
}

type Outcome = { ok: true } | { ok: false; error: { message: string; field?: string } } | null

/** A few words about the call, said to be kept. */
export function CallNoteForm({ target, works, write }: CallNoteFormProps) {
  const t = useTranslations('callCentre.notes')
  const [outcome, setOutcome] = useState<Outcome>(null)
  const [saved, setSaved] = useState(0)
  const [pending, start] = useTransition()
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const reference = String(form.get('note-works') ?? '')
    const about = { ...(reference && { reference }), ...target }
    const note = { ...about, kind: form.get('note-kind') as WriteCallNote['kind'], text: String(form.get('note-text')) }
    start(async () => {
      const result = await write(note)
      // Together with the end of the wait: whoever mends the text at once finds the button ready.
      start(() => {
        setOutcome(result)
        if (result.ok) setSaved(saved + 1)
      })
    })
  }
  const error = outcome?.ok === false ? outcome.error : null
  return (
    <form key={saved} onSubmit={save} className="space-y-4" aria-label={t('write')}>
      <SelectField name="note-kind" label={t('kind')} options={CALL_NOTE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      {works.length > 0 && (
        <SelectField
          name="note-works"
          label={t('works')}
          options={[...works.map(([value, title]) => ({ value, label: title })), { value: '', label: t('no_works') }]}
        />
      )}
      <TextArea
        name="note-text"
        label={t('text')}
        hint={t('text_hint')}
        maxLength={1000}
        error={error?.field === 'text' ? error.message : undefined}
      />
      {error && error.field !== 'text' && <Alert tone="danger" role="alert" title={error.message} />}
      {outcome?.ok && <Alert tone="clear" role="status" title={t('saved')} />}
      <Button type="submit" pending={pending}>
        {t('act')}
      </Button>
    </form>
  )
}
