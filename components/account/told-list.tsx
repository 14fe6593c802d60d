import { useLocale, useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import type { Tone } from '@/components/ui/tone'
import type { FormAction } from '@/components/ui/use-kept-form'
import type { ContactState } from '@/lib/db/generated/enums'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { Told } from '@/lib/self-service/self-service'
import { ActionForm } from './action-form'
import { TopicFields } from './topic-fields'

export interface ToldActions {
  setTopics: FormAction<string>
  pause: FormAction<string>
  stop: FormAction<string>
}

const TONES: Record<ContactState, Tone> = { confirmed: 'clear', unconfirmed: 'waiting', unreachable: 'danger', opted_out: 'cancelled' }

interface ToldProps {
  one: Told
  zone: string
  actions: ToldActions
}

/** Whom a form is about, for those who hear its button without seeing what stands around it. */
function About({ one }: { one: Told }) {
  return <span className="sr-only">: {one.to}</span>
}

function PauseForms({ one, zone, actions }: ToldProps) {
  const t = useTranslations('account')
  const locale = useLocale()
  const { subscriptionId, pausedUntil, isPausedForGood } = one
  const common = { action: actions.pause, failed: t('failed') }
  if (pausedUntil !== null) {
    return (
      <div className="space-y-3">
        <p>{isPausedForGood ? t('pause.for_good') : t('pause.until', { when: describeInstant(pausedUntil, zone, locale) })}</p>
        <ActionForm {...common} hidden={{ subscriptionId, pause: 'resume' }} submit={t('pause.resume')} />
      </div>
    )
  }
  const id = `pause-${subscriptionId}`
  return (
    <ActionForm
      {...common}
      hidden={{ subscriptionId }}
      submit={
        <>
          {t('pause.submit')}
          <About one={one} />
        </>
      }
    >
      <label htmlFor={id} className="flex flex-col gap-1.5 font-semibold">
        {t('pause.label')}
        <select
          id={id}
          name={id}
          className="min-h-11 w-full max-w-xs rounded-control border border-line-strong bg-surface px-3.5 font-normal"
        >
          {(['day', 'week', 'until_resumed'] as const).map((pause) => (
            <option key={pause} value={pause}>
              {t(`pause.${pause}`)}
            </option>
          ))}
        </select>
      </label>
    </ActionForm>
  )
}

function ToldEntry({ one, zone, actions }: ToldProps) {
  const t = useTranslations()
  const { subscriptionId, channel, to, role, state, topics, pausedUntil, isOwn } = one
  return (
    <li className="space-y-3 rounded-control border border-line p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div>
          <p className="font-semibold break-words">{t('account.history.to', { channel: t(`outbox.channel.${channel}`), to })}</p>
          <p className="text-[0.94rem] text-ink-soft">
            {t(`callCentre.contacts.role.${role}`)}
            {!isOwn && ` · ${t('account.someone')}`}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {pausedUntil !== null && <StatusPill tone="waiting">{t('account.pause.paused')}</StatusPill>}
          <StatusPill tone={TONES[state]}>{t(`callCentre.contacts.state.${state}`)}</StatusPill>
        </div>
      </div>
      <details>
        <summary className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4">
          {t('account.change')}
          <About one={one} />
        </summary>
        <div className="space-y-6 pt-3">
          <ActionForm action={actions.setTopics} hidden={{ subscriptionId }} submit={t('account.save')} failed={t('account.failed')}>
            <TopicFields id={subscriptionId} chosen={topics} />
          </ActionForm>
          <PauseForms one={one} zone={zone} actions={actions} />
          <ActionForm
            action={actions.stop}
            hidden={{ subscriptionId }}
            variant="danger"
            submit={
              <>
                {t('account.stop.submit')}
                <About one={one} />
              </>
            }
            failed={t('account.failed')}
          >
            <p className="text-ink-soft">{t('account.stop.text')}</p>
          </ActionForm>
        </div>
      </details>
    </li>
  )
}

/** Who is told of something; for each of what, for how long not, and no more. */
export function ToldList({ told, zone, actions }: { told: readonly Told[]; zone: string; actions: ToldActions }) {
  return (
    <ul className="space-y-3">
      {told.map((one) => (
        <ToldEntry key={one.subscriptionId} one={one} zone={zone} actions={actions} />
      ))}
    </ul>
  )
}
