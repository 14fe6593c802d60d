'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { StaffRole } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import { LOCALE_NAMES, type Locale } from '@/lib/i18n/locales'
import { MailOutcome } from './mail-outcome'

type Draft = { email: string; name: string; role: StaffRole; language: Locale }

export interface InviteFormProps {
  roles: readonly StaffRole[]
  languages: readonly Locale[]
  language: Locale
  invite: (draft: Draft) => Promise<ActionResult<{ isMailed: boolean }>>
}

/** Invites somebody by e-mail. */
export function InviteForm({ roles, languages, language, invite }: InviteFormProps) {
  const t = useTranslations('operator.staff')
  const empty: Draft = { email: '', name: '', role: 'operator', language }
  const [draft, setDraft] = useState(empty)
  const [result, setResult] = useState<ActionResult<{ isMailed: boolean }> | null>(null)
  const [sending, startSending] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSending(async () => {
      const answer = await invite(draft)
      setResult(answer)
      if (answer.ok) setDraft(empty)
    })
  }
  const write = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const errorOf = (field: string) => (result && !result.ok && result.error.field === field ? result.error.message : undefined)
  return (
    <form onSubmit={submit} className="space-y-4">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label={t('name')}
          required
          maxLength={120}
          autoComplete="off"
          value={draft.name}
          error={errorOf('name')}
          onChange={(event) => write({ name: event.target.value })}
        />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          required
          maxLength={254}
          autoComplete="off"
          value={draft.email}
          error={errorOf('email')}
          onChange={(event) => write({ email: event.target.value })}
        />
        <SelectField
          name="role"
          label={t('role')}
          value={draft.role}
          options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onChange={(event) => write({ role: event.target.value as StaffRole })}
        />
        <SelectField
          name="language"
          label={t('invite.language')}
          value={draft.language}
          options={languages.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          onChange={(event) => write({ language: event.target.value as Locale })}
        />
      </div>
      <MailOutcome result={result} />
      <Button type="submit" pending={sending}>
        {t('invite.submit')}
      </Button>
    </form>
  )
}
