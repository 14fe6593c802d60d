import { useLocale, useTranslations } from 'next-intl'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { OwnConsent } from '@/lib/self-service/get-own-data'

const KINDS = ['notices', 'support_need'] as const

/** What somebody agreed to, in which words, and when they took it back. */
export function ConsentList({ consents, zone }: { consents: readonly OwnConsent[]; zone: string }) {
  const t = useTranslations('account.data')
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
          </li>
        ))}
      </ul>
    </section>
  )
}
