'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import type { ApprovalUnits } from '@/lib/utility/update-approval-units'

export interface ApprovalFormProps extends ApprovalUnits {
  save: (input: ApprovalUnits) => Promise<ActionResult<void>>
}

/** From how many dwellings on a second person approves. */
export function ApprovalForm({ approvalUnits, save }: ApprovalFormProps) {
  const t = useTranslations('operator.planning')
  const [units, setUnits] = useState(approvalUnits === null ? '' : String(approvalUnits))
  const [result, setResult] = useState<ActionResult<void> | null>(null)
  const [isSaving, startSaving] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSaving(async () => setResult(await save({ approvalUnits: units.trim() === '' ? null : Number(units) })))
  }
  return (
    <Card as="section" aria-labelledby="approval">
      <form onSubmit={submit} noValidate className="space-y-4">
        <h2 id="approval" className="text-xl">
          {t('approval')}
        </h2>
        <TextField
          type="number"
          min={1}
          step={1}
          name="approvalUnits"
          label={t('approval_units')}
          hint={t('approval_hint')}
          value={units}
          error={result && !result.ok ? result.error.message : undefined}
          onChange={(event) => {
            setUnits(event.target.value)
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
