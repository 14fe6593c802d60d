'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/select-field'
import type { AddContact, CallerTarget } from '@/lib/call-centre/call-centre'
import type { Locale } from '@/lib/i18n/locales'
import { CallerDialog } from './caller-dialog'
import type { CallerSteps } from './caller-steps'
import { LanguageField, ReadBackField, ValueField } from './contact-fields'

export interface AddContactDialogProps {
  target: CallerTarget
  languages: readonly Locale[]
  language: string
  add: CallerSteps['add']
}

const ROLES = ['holder', 'resident', 'building_manager'] as const

/** Registers the caller for an account, or without one for an address. Whether it is a telephone or a mailbox shows in what is written. */
export function AddContactDialog({ target, languages, language, add }: AddContactDialogProps) {
  const t = useTranslations('callCentre.contacts')
  const isAccount = 'accountId' in target
  const roles = isAccount ? ROLES : ROLES.filter((role) => role !== 'holder')
  const act = (form: FormData) => {
    const value = String(form.get('value-add'))
    return add({
      ...target,
      channel: value.includes('@') ? 'email' : 'sms',
      value,
      language: form.get('language-add') as Locale,
      role: form.get('role-add') as AddContact['role'],
      isReadBack: form.has('read-back-add'),
    })
  }
  return (
    <CallerDialog open={isAccount ? t('add.open') : t('add.open_address')} title={t('add.title')} confirm={t('add.act')} act={act}>
      {(attempt) => (
        <>
          <ValueField id="add" attempt={attempt} />
          <LanguageField id="add" attempt={attempt} languages={languages} language={language} />
          <SelectField
            name="role-add"
            label={t('add.role')}
            defaultValue={attempt.last('role-add')}
            options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <ReadBackField id="add" attempt={attempt} />
        </>
      )}
    </CallerDialog>
  )
}
