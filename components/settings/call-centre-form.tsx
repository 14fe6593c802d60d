'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextArea } from '@/components/ui/text-area'
import type { ActionResult } from '@/lib/http/action'

export interface CallCentreFormProps {
  emails: readonly string[]
  save: (emails: string[]) => Promise<ActionResult<{ emails: string[] }>>
}

const SEPARATORS = /[\s,;]+/

/** Which mailboxes hear of every wave at the moment at which customers do. */
export function CallCentreForm({ emails, save }: CallCentreFormProps) {
  const t = useTranslations('operator.utility')
  const [text, setText] = useState(emails.join('\n'))
  const [result, setResult] = useState<ActionResult<unknown> | null>(null)
  const [isSaving, startSaving] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSaving(async () => {
      const saved = await save(text.split(SEPARATORS).filter(Boolean))
      if (saved.ok) setText(saved.value.emails.join('\n'))
      setResult(saved)
    })
  }
  return (
    <Card as="section" aria-labelledby="call-centre">
      <form onSubmit={submit} noValidate className="space-y-4">
        <h2 id="call-centre" className="text-xl">
          {t('call_centre')}
        </h2>
        <TextArea
          name="emails"
          label={t('emails')}
          hint={t('emails_hint')}
          rows={3}
          value={text}
          error={result && !result.ok ? result.error.message : undefined}
          onChange={(event) => {
            setText(event.target.value)
            setResult(null)
          }}
        />
        {result?.ok && <Alert tone="clear" role="status" title={t('saved')} />}
        <Button type="submit" pending={isSaving}>
          {t('save')}
        </Button>
      </form>
    </Card>
  )
}
