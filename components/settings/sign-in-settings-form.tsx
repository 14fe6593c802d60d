'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import { CustomerSignInMethod } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { SignInRules } from '@/lib/utility/sign-in-rules'
import type { SignInSettings } from '@/lib/utility/update-sign-in'
import { CheckboxGroup } from './checkbox-group'
import { SettingForm } from './setting-form'
import { useSetting } from './use-setting'

export interface SignInSettingsFormProps {
  rules: SignInRules
  save: (settings: SignInSettings) => Promise<ActionResult<void>>
}

/** By which ways customers come in, and what their account numbers look like. */
export function SignInSettingsForm({ rules, save }: SignInSettingsFormProps) {
  const t = useTranslations('operator.customers')
  const names = useTranslations('service')
  const [draft, setDraft] = useState<SignInSettings>({ ways: rules.ways, patterns: rules.patterns })
  const setting = useSetting(save)
  const write = (part: Partial<SignInSettings>) => {
    setDraft((before) => ({ ...before, ...part }))
    setting.forget()
  }
  const errorAt = (field: string) => (setting.error?.field === field ? setting.error.message : undefined)
  return (
    <SettingForm id="sign-in" title={t('ways')} setting={setting} onSubmit={() => setting.submit(draft)}>
      <CheckboxGroup
        name="ways"
        label={t('ways_label')}
        options={Object.values(CustomerSignInMethod).map((value) => ({ value, label: t(`way.${value}`) }))}
        chosen={draft.ways}
        error={errorAt('ways')}
        onChange={(ways) => write({ ways })}
      />
      <p className="max-w-prose text-ink-soft">{t('patterns')}</p>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        {rules.services.map((service) => (
          <TextField
            key={service}
            name={`patterns.${service}`}
            label={t('pattern', { service: names(service) })}
            value={draft.patterns[service] ?? ''}
            error={errorAt(`patterns.${service}`)}
            className="font-mono"
            onChange={(event) => write({ patterns: { ...draft.patterns, [service]: event.target.value } })}
          />
        ))}
      </div>
    </SettingForm>
  )
}
