'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import { SettingForm } from '../setting-form'
import { useSetting } from '../use-setting'

/** The limits of planning, and the words of each below `operator.planning`. */
const WORDS = {
  approvalUnits: { title: 'approval', label: 'approval_units', hint: 'approval_hint' },
  maxDataAgeHours: { title: 'data_age', label: 'data_age_hours', hint: 'data_age_hint' },
} as const

export interface LimitFormProps<Name extends keyof typeof WORDS> {
  name: Name
  /** Null where there is no limit. */
  limit: number | null
  save: (input: Record<Name, number | null>) => Promise<ActionResult<void>>
}

/** One number that sets a limit; an empty field is none. */
export function LimitForm<Name extends keyof typeof WORDS>({ name, limit, save }: LimitFormProps<Name>) {
  const t = useTranslations('operator.planning')
  const { title, label, hint } = WORDS[name]
  const [text, setText] = useState(limit === null ? '' : String(limit))
  const setting = useSetting(save)
  const input = { [name]: text.trim() === '' ? null : Number(text) } as Record<Name, number | null>
  return (
    <SettingForm id={`${name}-title`} title={t(title)} setting={setting} onSubmit={() => setting.submit(input)}>
      <TextField
        type="number"
        min={1}
        step={1}
        name={name}
        label={t(label)}
        hint={t(hint)}
        value={text}
        error={setting.errorOf(name)}
        onChange={(event) => {
          setText(event.target.value)
          setting.forget()
        }}
      />
    </SettingForm>
  )
}
