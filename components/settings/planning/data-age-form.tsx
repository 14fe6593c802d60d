'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import type { DataAge } from '@/lib/utility/update-data-age'

export interface DataAgeFormProps extends DataAge {
  save: (input: DataAge) => Promise<ActionResult<void>>
}

/** How old the last import may be before residents read "we do not know". */
export function DataAgeForm({ maxDataAgeHours, save }: DataAgeFormProps) {
  const t = useTranslations('operator.planning')
  const [hours, setHours] = useState(maxDataAgeHours === null ? '' : String(maxDataAgeHours))
  const [result, setResult] = useState<ActionResult<void> | null>(null)
  const [isSaving, startSaving] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSaving(async () => setResult(await save({ maxDataAgeHours: hours.trim() === '' ? null : Number(hours) })))
  }
  return (
    <Card as="section" aria-labelledby="data-age">
      <form onSubmit={submit} noValidate className="space-y-4">
        <h2 id="data-age" className="text-xl">
          {t('data_age')}
        </h2>
        <TextField
          type="number"
          min={1}
          step={1}
          name="maxDataAgeHours"
          label={t('data_age_hours')}
          hint={t('data_age_hint')}
          value={hours}
          error={result && !result.ok ? result.error.message : undefined}
          onChange={(event) => {
            setHours(event.target.value)
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
