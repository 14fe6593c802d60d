import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/select-field'
import { StatusPill } from '@/components/ui/status-pill'
import { TextField } from '@/components/ui/text-field'
import type { Tone } from '@/components/ui/tone'
import type { FormAction } from '@/components/ui/use-kept-form'
import type { ContactState } from '@/lib/db/generated/enums'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import type { OwnContactView } from '@/lib/self-service/list-own-contacts'
import { ActionForm } from './action-form'

export type ContactActions = Record<'confirm' | 'sendAgain' | 'sendTest' | 'set' | 'replace' | 'remove', FormAction<string>>

export interface ContactCardProps {
  contact: OwnContactView
  actions: ContactActions
}

const TONES: Record<ContactState, Tone> = { confirmed: 'clear', unconfirmed: 'waiting', unreachable: 'danger', opted_out: 'cancelled' }

/** What is rarely needed, behind its name. */
function More({ label, about, children }: { label: string; about: string; children: ReactNode }) {
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4">
        {label}
        <span className="sr-only">: {about}</span>
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  )
}

function ProofForms({ contact: { id, to }, actions }: ContactCardProps) {
  const t = useTranslations('account')
  const common = { hidden: { contactId: id }, failed: t('failed') }
  return (
    <div className="space-y-4">
      <ActionForm {...common} action={actions.confirm} submit={t('contacts.confirm')} variant="primary">
        <TextField
          name={`code-${id}`}
          label={t('contacts.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          className="max-w-48"
        />
      </ActionForm>
      <ActionForm
        {...common}
        action={actions.sendAgain}
        submit={
          <>
            {t('contacts.again')}
            <span className="sr-only">: {to}</span>
          </>
        }
      />
    </div>
  )
}

function WishesForm({ contact, actions }: ContactCardProps) {
  const t = useTranslations('account')
  const { id, language, quietFrom, quietTo } = contact
  const languages = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))
  return (
    <ActionForm action={actions.set} hidden={{ contactId: id }} submit={t('save')} failed={t('failed')}>
      <SelectField name={`language-${id}`} label={t('contact.language')} options={languages} defaultValue={language} />
      <fieldset className="space-y-3">
        <legend className="font-semibold">{t('contacts.quiet')}</legend>
        <p className="text-[0.94rem] text-ink-soft">{t('contacts.quiet_hint')}</p>
        <div className="flex flex-wrap gap-4">
          <TextField name={`quietFrom-${id}`} type="time" label={t('contacts.quiet_from')} defaultValue={quietFrom} />
          <TextField name={`quietTo-${id}`} type="time" label={t('contacts.quiet_to')} defaultValue={quietTo} />
        </div>
      </fieldset>
    </ActionForm>
  )
}

/** One contact of one's own: whether it is confirmed, how it is told, and what can be done with it. */
export function ContactCard({ contact, actions }: ContactCardProps) {
  const t = useTranslations()
  const { id, channel, to, state, isLandline, maySignIn, subscriptions } = contact
  const isChat = channel === 'telegram' || channel === 'viber'
  const common = { hidden: { contactId: id }, failed: t('account.failed') }
  return (
    <Card as="li" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-xl break-words">{t('account.history.to', { channel: t(`outbox.channel.${channel}`), to })}</h2>
        <StatusPill tone={TONES[state]}>{t(`callCentre.contacts.state.${state}`)}</StatusPill>
      </div>
      {isLandline && <p className="text-ink-soft">{t('account.contacts.landline')}</p>}
      {state === 'confirmed' && <p className="text-ink-soft">{t('account.contacts.heard', { count: subscriptions })}</p>}
      {(state === 'unconfirmed' || (state !== 'confirmed' && !isChat)) && !isLandline && <ProofForms contact={contact} actions={actions} />}
      {state === 'confirmed' && !maySignIn && (
        <More label={t('account.contacts.open_sign_in')} about={to}>
          <p className="pb-3">{t('account.contacts.open_sign_in_text')}</p>
          <ProofForms contact={contact} actions={actions} />
        </More>
      )}
      {state === 'confirmed' && <ActionForm {...common} action={actions.sendTest} submit={t('account.contacts.test')} />}
      <More label={t('account.contacts.settings')} about={to}>
        <WishesForm contact={contact} actions={actions} />
      </More>
      {!isChat && (
        <More label={t('account.contacts.replace')} about={to}>
          <ActionForm {...common} action={actions.replace} submit={t('account.contact.submit')}>
            <TextField
              name={`value-${id}`}
              label={t('account.contacts.new_value')}
              hint={t('account.contacts.replace_hint')}
              autoComplete="off"
              required
              maxLength={254}
            />
          </ActionForm>
        </More>
      )}
      <More label={t('account.contacts.remove')} about={to}>
        <ActionForm {...common} action={actions.remove} submit={t('account.contacts.remove')} variant="danger">
          <p>{t('account.contacts.remove_text')}</p>
        </ActionForm>
      </More>
    </Card>
  )
}
