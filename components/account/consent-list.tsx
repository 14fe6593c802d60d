import { useLocale, useTranslations } from 'next-intl'
import type { FormAction } from '@/components/ui/use-kept-form'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { OwnConsent } from '@/lib/self-service/get-own-data'
import { ActionForm } from './action-form'

const KINDS = ['notices', 'support_need'] as const

export interface ConsentListProps {
  consents: readonly OwnConsent[]
  zone: string
  /** Takes the consent to keep support needs back, with what was said. */
  takeBackNeeds: FormAction<string>
}

/** What somebody agreed to, in which words, and when they took it back. A contact's consent ends with the contact. */
export function ConsentList({ consents, zone, takeBackNeeds }: ConsentListProps) {
  const t = useTranslations('account.data')
  const failed = useTranslations('account')('failed')
  const locale = useLocale()
  const say = (instant: string) => describeInstant(instant, zone, locale)
  const nameOf = (kind: string) => {
    const known = KINDS.find((one) => one === kind)
    return known ? t(`consent.${known}`) : kind
  }
  return (
    <section aria-labelledby="consents" className="space-y-4">
      <h2 id="consents" className="text-2xl">
        {t('consents')}
      </h2>
      {consents.length === 0 && <p>{t('consents_none')}</p>}
      <ul className="space-y-3">
        {consents.map(({ id, kind, to, textVersion, givenAt, withdrawnAt }) => (
          <li key={id} className="space-y-1 rounded-control border border-line p-4">
            <p className="font-semibold">
              {nameOf(kind)}
              {to && `: ${to}`}
            </p>
            <p className="text-[0.94rem] text-ink-soft">{t('consent.given', { when: say(givenAt), version: textVersion })}</p>
            {withdrawnAt && <p className="text-[0.94rem]">{t('consent.withdrawn', { when: say(withdrawnAt) })}</p>}
            {kind === 'support_need' && !withdrawnAt && (
              <ActionForm action={takeBackNeeds} submit={t('consent.take_back')} failed={failed} className="pt-2">
                <p className="pb-2 text-[0.94rem]">{t('consent.take_back_lead')}</p>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
