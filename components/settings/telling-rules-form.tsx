'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import type { TellingRules } from '@/lib/utility/update-telling-rules'

export interface TellingRulesFormProps {
  rules: TellingRules
  save: (rules: TellingRules) => Promise<ActionResult<void>>
}

/** Quiet hours, the municipality's own holiday, and the letters of SMS. */
export function TellingRulesForm({ rules, save }: TellingRulesFormProps) {
  const t = useTranslations('operator.settings')
  const [draft, setDraft] = useState(rules)
  const [result, setResult] = useState<ActionResult<void> | null>(null)
  const [saving, startSaving] = useTransition()
  const submit = (event: FormEvent) => {
    // Not the form's `action`: after it React would put the box back to where it was.
    event.preventDefault()
    startSaving(async () => setResult(await save(draft)))
  }
  const write = (part: Partial<TellingRules>) => {
    setDraft((before) => ({ ...before, ...part }))
    setResult(null)
  }
  const error = (field: keyof TellingRules) => (result && !result.ok && result.error.field === field ? result.error.message : undefined)
  return (
    <Card as="section" aria-labelledby="rules">
      <form onSubmit={submit} noValidate className="space-y-4">
        <h2 id="rules" className="text-xl">
          {t('rules')}
        </h2>
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <TextField
            type="time"
            name="quietFrom"
            label={t('quiet_from')}
            value={draft.quietFrom}
            error={error('quietFrom')}
            onChange={(event) => write({ quietFrom: event.target.value })}
          />
          <TextField
            type="time"
            name="quietTo"
            label={t('quiet_to')}
            value={draft.quietTo}
            error={error('quietTo')}
            onChange={(event) => write({ quietTo: event.target.value })}
          />
          <TextField
            name="patronDay"
            label={t('patron_day')}
            hint={t('patron_day_hint')}
            value={draft.patronDay ?? ''}
            error={error('patronDay')}
            onChange={(event) => write({ patronDay: event.target.value })}
          />
        </div>
        <Checkbox
          name="transliterateSms"
          label={t('transliterate')}
          hint={t('transliterate_hint')}
          checked={draft.transliterateSms}
          onChange={(event) => write({ transliterateSms: event.target.checked })}
        />
        {result?.ok && <Alert tone="clear" role="status" title={t('saved')} />}
        {result && !result.ok && !result.error.field && <Alert tone="danger" role="alert" title={result.error.message} />}
        <Button type="submit" pending={saving}>
          {t('save')}
        </Button>
      </form>
    </Card>
  )
}
