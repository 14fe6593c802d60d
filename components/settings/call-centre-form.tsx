'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextArea } from '@/components/ui/text-area'
import type { ActionResult } from '@/lib/http/action'
import { SettingForm } from './setting-form'
import { useSetting } from './use-setting'

export interface CallCentreFormProps {
  emails: readonly string[]
  save: (emails: string[]) => Promise<ActionResult<{ emails: string[] }>>
}

const SEPARATORS = /[\s,;]+/

/** Which mailboxes hear of every wave at the moment at which customers do. */
export function CallCentreForm({ emails, save }: CallCentreFormProps) {
  const t = useTranslations('operator.utility')
  const [text, setText] = useState(emails.join('\n'))
  const setting = useSetting(save)
  const submit = () => setting.submit(text.split(SEPARATORS).filter(Boolean), (saved) => setText(saved.emails.join('\n')))
  return (
    <SettingForm id="call-centre" title={t('call_centre')} setting={setting} onSubmit={submit}>
      <TextArea
        name="emails"
        label={t('emails')}
        hint={t('emails_hint')}
        rows={3}
        value={text}
        error={setting.error?.message}
        onChange={(event) => {
          setText(event.target.value)
          setting.forget()
        }}
      />
    </SettingForm>
  )
}
