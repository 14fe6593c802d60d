import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { FormAction } from '@/components/ui/use-kept-form'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'
import { ActionForm } from './action-form'

export interface AddContactFormProps {
  /** Of which account it is told; left out for all of one's own. */
  accountId?: number
  /** The language of the page: most people read their messages in it, too. */
  locale: Locale
  add: FormAction<string>
}

/** A new telephone or mailbox: one's own, or somebody's who is to be told as well. */
export function AddContactForm({ accountId, locale, add }: AddContactFormProps) {
  const t = useTranslations('account.contact')
  const roles = (['holder', 'family', 'tenant', 'carer'] as const).map((role) => ({ value: role, label: t(`role.${role}`) }))
  const languages = LOCALES.map((language) => ({ value: language, label: LOCALE_NAMES[language] }))
  const failed = useTranslations('account')('failed')
  return (
    <Card as="section" aria-labelledby="add-contact" className="space-y-4">
      <h3 id="add-contact" className="text-xl">
        {t('add')}
      </h3>
      <p className="text-ink-soft">{t('add_lead')}</p>
      <ActionForm action={add} hidden={accountId === undefined ? {} : { accountId }} submit={t('submit')} variant="primary" failed={failed}>
        <TextField name="value" label={t('value')} autoComplete="off" required maxLength={254} />
        <SelectField name="language" label={t('language')} options={languages} defaultValue={locale} />
        <SelectField name="role" label={t('whose')} hint={t('others')} options={roles} />
      </ActionForm>
    </Card>
  )
}
