'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import { SettingForm } from './setting-form'
import { useSetting } from './use-setting'

export interface SmsCountriesFormProps {
  countries: readonly string[]
  save: (input: { countries: string }) => Promise<ActionResult<void>>
}

/** To which countries codes go by SMS, beside the utility's own. */
export function SmsCountriesForm({ countries, save }: SmsCountriesFormProps) {
  const t = useTranslations('operator.customers')
  const [text, setText] = useState(countries.join(', '))
  const setting = useSetting(save)
  return (
    <SettingForm id="countries-title" title={t('countries_title')} setting={setting} onSubmit={() => setting.submit({ countries: text })}>
      <TextField
        name="countries"
        label={t('countries')}
        hint={t('countries_hint')}
        value={text}
        error={setting.errorOf('countries')}
        onChange={(event) => {
          setText(event.target.value)
          setting.forget()
        }}
      />
    </SettingForm>
  )
}
