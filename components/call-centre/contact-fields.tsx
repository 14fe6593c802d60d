import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { LOCALE_NAMES, type Locale } from '@/lib/i18n/locales'

/** Where somebody is reached; names end in `id`, since several forms stand on a page. */
export function ValueField({ id, error }: { id: string; error: string | undefined }) {
  const t = useTranslations('callCentre.contacts.field')
  return (
    <TextField
      name={`value-${id}`}
      label={t('value')}
      hint={t('value_hint')}
      error={error}
      autoComplete="off"
      spellCheck={false}
      maxLength={254}
      required
    />
  )
}

/** A typing error would tell a stranger. */
export function ReadBackField({ id }: { id: string }) {
  const t = useTranslations('callCentre.contacts.field')
  return <Checkbox name={`read-back-${id}`} label={t('read_back')} hint={t('read_back_hint')} />
}

export function LanguageField({ id, languages, language }: { id: string; languages: readonly Locale[]; language: string }) {
  const t = useTranslations('callCentre.contacts.field')
  const options = languages.map((value) => ({ value, label: LOCALE_NAMES[value] }))
  return <SelectField name={`language-${id}`} label={t('language')} defaultValue={language} options={options} />
}
