import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { LOCALE_NAMES, type Locale } from '@/lib/i18n/locales'
import type { LastAttempt } from './caller-dialog'

interface FieldOf {
  /** Ends the fields' names: several forms stand on a page. */
  id: string
  attempt: LastAttempt
}

/** Where somebody is reached. */
export function ValueField({ id, attempt }: FieldOf) {
  const t = useTranslations('callCentre.contacts.field')
  return (
    <TextField
      name={`value-${id}`}
      label={t('value')}
      hint={t('value_hint')}
      error={attempt.valueError}
      defaultValue={attempt.last(`value-${id}`)}
      autoComplete="off"
      spellCheck={false}
      maxLength={254}
      required
    />
  )
}

/** A typing error would tell a stranger. */
export function ReadBackField({ id, attempt }: FieldOf) {
  const t = useTranslations('callCentre.contacts.field')
  const name = `read-back-${id}`
  return <Checkbox name={name} label={t('read_back')} hint={t('read_back_hint')} defaultChecked={attempt.last(name) !== undefined} />
}

export function LanguageField({ id, attempt, languages, language }: FieldOf & { languages: readonly Locale[]; language: string }) {
  const t = useTranslations('callCentre.contacts.field')
  const name = `language-${id}`
  const options = languages.map((value) => ({ value, label: LOCALE_NAMES[value] }))
  return <SelectField name={name} label={t('language')} defaultValue={attempt.last(name) ?? language} options={options} />
}
