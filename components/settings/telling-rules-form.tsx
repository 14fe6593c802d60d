'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import type { TellingRules } from '@/lib/utility/update-telling-rules'
import { SettingForm } from './setting-form'
import { useSetting } from './use-setting'

export interface TellingRulesFormProps {
  rules: TellingRules
  save: (rules: TellingRules) => Promise<ActionResult<void>>
}

/** Quiet hours, the municipality's own holiday, and the letters of SMS. */
export function TellingRulesForm({ rules, save }: TellingRulesFormProps) {
  const t = useTranslations('operator.settings')
  const [draft, setDraft] = useState(rules)
  const setting = useSetting(save)
  const write = (part: Partial<TellingRules>) => {
    setDraft((before) => ({ ...before, ...part }))
    setting.forget()
  }
  return (
    <SettingForm id="rules" title={t('rules')} setting={setting} onSubmit={() => setting.submit(draft)}>
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <TextField
          type="time"
          name="quietFrom"
          label={t('quiet_from')}
          value={draft.quietFrom}
          error={setting.errorOf('quietFrom')}
          onChange={(event) => write({ quietFrom: event.target.value })}
        />
        <TextField
          type="time"
          name="quietTo"
          label={t('quiet_to')}
          value={draft.quietTo}
          error={setting.errorOf('quietTo')}
          onChange={(event) => write({ quietTo: event.target.value })}
        />
        <TextField
          name="patronDay"
          label={t('patron_day')}
          hint={t('patron_day_hint')}
          value={draft.patronDay ?? ''}
          error={setting.errorOf('patronDay')}
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
    </SettingForm>
  )
}
