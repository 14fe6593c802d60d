'use client'

import { useTranslations } from 'next-intl'
import type { CallerContact } from '@/lib/call-centre/call-centre'
import { isLocale, LOCALE_NAMES, type Locale } from '@/lib/i18n/locales'
import { CallerDialog } from './caller-dialog'
import type { CallerSteps } from './caller-steps'
import { LanguageField, ReadBackField, ValueField } from './contact-fields'

export interface ContactActionsProps {
  contact: CallerContact
  languages: readonly Locale[]
  steps: Pick<CallerSteps, 'confirm' | 'replace' | 'setLanguage' | 'stop'>
}

/** What can be mended about one contact. After a STOP nothing but the language: its owner alone takes that back. */
export function ContactActions({ contact, languages, steps }: ContactActionsProps) {
  const t = useTranslations('callCentre.contacts')
  const { id, value, channel, language, state } = contact
  const isStopped = state === 'opted_out'
  const field = String(id)
  const name = isLocale(language) ? LOCALE_NAMES[language] : language
  const setLanguage = (form: FormData) => steps.setLanguage(id, form.get(`language-${field}`) as Locale)
  const replace = (form: FormData) =>
    steps.replace({ contactId: id, value: String(form.get(`value-${field}`)), isReadBack: form.has(`read-back-${field}`) })
  return (
    <div className="flex flex-wrap gap-2">
      {(state === 'unreachable' || state === 'unconfirmed') && (
        <CallerDialog
          open={t('confirm.open')}
          openVariant="primary"
          title={t('confirm.title')}
          confirm={t('confirm.act')}
          act={() => steps.confirm(id)}
        >
          {() => <p>{t('confirm.text', { value })}</p>}
        </CallerDialog>
      )}
      {!isStopped && (channel === 'sms' || channel === 'email') && (
        <CallerDialog open={t('replace.open')} title={t('replace.title', { value })} confirm={t('replace.act')} act={replace}>
          {(attempt) => (
            <>
              <ValueField id={field} attempt={attempt} />
              <ReadBackField id={field} attempt={attempt} />
            </>
          )}
        </CallerDialog>
      )}
      <CallerDialog open={t('language.open', { language: name })} title={t('language.title')} confirm={t('language.act')} act={setLanguage}>
        {(attempt) => <LanguageField id={field} attempt={attempt} languages={languages} language={language} />}
      </CallerDialog>
      {!isStopped && (
        <CallerDialog
          open={t('stop.open')}
          title={t('stop.title', { value })}
          confirm={t('stop.act')}
          confirmVariant="danger"
          act={() => steps.stop(id)}
        >
          {() => <p>{t('stop.text')}</p>}
        </CallerDialog>
      )}
    </div>
  )
}
