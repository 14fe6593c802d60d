'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/select-field'
import type { StaffRole } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import { StaffDialog } from './staff-dialog'

export interface MemberSteps {
  changeRole: (role: string) => Promise<ActionResult<void>>
  deactivate: () => Promise<ActionResult<void>>
  reactivate: () => Promise<ActionResult<void>>
  resetFactor: () => Promise<ActionResult<void>>
  resetPassword: () => Promise<ActionResult<void>>
}

export interface MemberActionsProps {
  member: { name: string; role: StaffRole; active: boolean; hasFactor: boolean }
  roles: readonly StaffRole[]
  steps: MemberSteps
}

/** What an administrator can do with somebody else's account. */
export function MemberActions({ member: { name, role, active, hasFactor }, roles, steps }: MemberActionsProps) {
  const t = useTranslations('operator.staff')
  const wordsOf = (step: 'deactivate' | 'reactivate' | 'reset_factor' | 'reset_password') => {
    return { open: t(`${step}.open`), title: t(`${step}.title`, { name }), text: t(`${step}.text`), confirm: t(`${step}.confirm`) }
  }
  if (!active) return <StaffDialog words={wordsOf('reactivate')} act={steps.reactivate} />
  const change = { open: t('change.open'), title: t('change.title'), text: t('change.text'), confirm: t('change.confirm') }
  return (
    <div className="flex flex-wrap gap-3">
      <StaffDialog words={change} act={(form) => steps.changeRole(String(form.get('role')))}>
        {(errorOf) => (
          <SelectField
            name="role"
            label={t('role')}
            defaultValue={role}
            error={errorOf('role')}
            options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          />
        )}
      </StaffDialog>
      <StaffDialog words={wordsOf('reset_password')} act={steps.resetPassword} />
      {hasFactor && <StaffDialog words={wordsOf('reset_factor')} confirmVariant="danger" act={steps.resetFactor} />}
      <StaffDialog words={wordsOf('deactivate')} confirmVariant="danger" act={steps.deactivate} />
    </div>
  )
}
