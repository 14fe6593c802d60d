'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'
import type { UtilityFacts } from '@/lib/utility/utility-facts'
import { CheckboxGroup } from './checkbox-group'
import { SettingForm } from './setting-form'
import { useSetting } from './use-setting'

export interface UtilityFormProps {
  facts: UtilityFacts
  /** Names of IANA zones. */
  zones: readonly string[]
  save: (facts: UtilityFacts) => Promise<ActionResult<unknown>>
}

/** Texts, in the order in which they are asked. */
const TEXTS = ['name', 'sender', 'phone', 'phoneHours', 'website', 'country'] as const
const HINTED = { sender: true, phoneHours: true, country: true } as const

/** Which utility this installation serves. */
export function UtilityForm({ facts, zones, save }: UtilityFormProps) {
  const t = useTranslations('operator.utility')
  const service = useTranslations('service')
  const [draft, setDraft] = useState<UtilityFacts>(facts)
  const setting = useSetting(save)
  const { errorOf } = setting
  const write = (part: Partial<UtilityFacts>) => {
    setDraft((before) => ({ ...before, ...part }))
    setting.forget()
  }
  const languages = LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))
  return (
    <SettingForm id="utility" title={t('facts')} setting={setting} onSubmit={() => setting.submit(draft)}>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        {TEXTS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            hint={name in HINTED ? t(`${name as keyof typeof HINTED}_hint`) : undefined}
            value={draft[name]}
            error={errorOf(name)}
            onChange={(event) => write({ [name]: event.target.value })}
          />
        ))}
        <SelectField
          name="zone"
          label={t('zone')}
          options={zones.map((zone) => ({ value: zone, label: zone }))}
          value={draft.zone}
          error={errorOf('zone')}
          onChange={(event) => write({ zone: event.target.value })}
        />
      </div>
      <CheckboxGroup
        name="services"
        label={t('services')}
        options={Object.values(Service).map((value) => ({ value, label: service(value) }))}
        chosen={draft.services}
        error={errorOf('services')}
        onChange={(services) => write({ services })}
      />
      <CheckboxGroup
        name="languages"
        label={t('languages')}
        options={languages}
        chosen={draft.languages}
        error={errorOf('languages')}
        onChange={(chosen) => write({ languages: chosen })}
      />
      <SelectField
        name="defaultLanguage"
        label={t('default_language')}
        hint={t('default_language_hint')}
        options={languages}
        value={draft.defaultLanguage}
        error={errorOf('defaultLanguage')}
        onChange={(event) => write({ defaultLanguage: event.target.value as Locale })}
      />
    </SettingForm>
  )
}
