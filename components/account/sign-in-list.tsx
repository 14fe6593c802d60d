import { useLocale, useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import type { FormAction } from '@/components/ui/use-kept-form'
import { describeAgent } from '@/lib/http/describe-agent'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { OwnSession } from '@/lib/self-service/get-own-data'
import { ActionForm } from './action-form'

export interface SignInListProps {
  sessions: readonly OwnSession[]
  zone: string
  end: FormAction<string>
}

/** Where somebody is signed in, and how to end it. */
export function SignInList({ sessions, zone, end }: SignInListProps) {
  const t = useTranslations('account')
  const locale = useLocale()
  const say = (instant: string) => describeInstant(instant, zone, locale)
  return (
    <section aria-labelledby="sessions" className="space-y-4">
      <h2 id="sessions" className="text-2xl">
        {t('data.sessions')}
      </h2>
      <ul className="space-y-3">
        {sessions.map(({ id, method, createdAt, seenAt, client, agent, isThis }) => (
          <li key={id} className="space-y-2 rounded-control border border-line p-4">
            <p>{t('data.session', { method: t(`data.method.${method}`), since: say(createdAt), seen: say(seenAt) })}</p>
            <p className="text-[0.94rem] break-words text-ink-soft">{[describeAgent(agent), client].filter(Boolean).join(' · ')}</p>
            {isThis ? (
              <StatusPill tone="info">{t('data.this')}</StatusPill>
            ) : (
              <ActionForm action={end} hidden={{ sessionId: id }} submit={t('data.end')} failed={t('failed')} />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <ActionForm action={end} submit={t('data.end_all')} failed={t('failed')} />}
    </section>
  )
}
