'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { StaffRole } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'

export interface FactorRuleFormProps {
  roles: readonly StaffRole[]
  required: readonly StaffRole[]
  save: (roles: StaffRole[]) => Promise<ActionResult<void>>
}

/** Which roles must have a second factor. */
export function FactorRuleForm({ roles, required, save }: FactorRuleFormProps) {
  const t = useTranslations('operator.staff')
  const [chosen, setChosen] = useState(required)
  const [result, setResult] = useState<ActionResult<void> | null>(null)
  const [saving, startSaving] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSaving(async () => setResult(await save([...chosen])))
  }
  const toggle = (role: StaffRole, isOn: boolean) => {
    setChosen((before) => (isOn ? [...before, role] : before.filter((other) => other !== role)))
    setResult(null)
  }
  return (
    <form onSubmit={submit} className="space-y-4">
      <fieldset className="flex flex-wrap gap-x-8">
        <legend className="sr-only">{t('rule.title')}</legend>
        {roles.map((role) => (
          <Checkbox
            key={role}
            name={`required-${role}`}
            label={t(`roles.${role}`)}
            checked={chosen.includes(role)}
            onChange={(event) => toggle(role, event.target.checked)}
          />
        ))}
      </fieldset>
      {result?.ok && <Alert tone="clear" role="status" title={t('rule.saved')} />}
      {result && !result.ok && <Alert tone="danger" role="alert" title={result.error.message} />}
      <Button type="submit" variant="secondary" pending={saving}>
        {t('rule.save')}
      </Button>
    </form>
  )
}
