import { useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import { TextLink } from '@/components/ui/text-link'
import type { Tone } from '@/components/ui/tone'
import { Instant } from '@/components/works/instant'
import type { MessageState } from '@/lib/db/generated/enums'
import type { SentMessage } from '@/lib/self-service/self-service'

const TONES: Record<MessageState, Tone> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'info',
  delivered: 'clear',
  failed: 'danger',
  expired: 'danger',
  suppressed: 'cancelled',
  superseded: 'neutral',
  unknown: 'unknown',
}

function SentLine({ message, zone }: { message: SentMessage; zone: string }) {
  const t = useTranslations()
  const { reference, title, kind, channel, to, state, sentAt, deliveredAt, text } = message
  const at = (instant: string) => () => <Instant at={instant} zone={zone} short />
  return (
    <li className="space-y-1.5 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <strong className="font-semibold">{t(`notice.kind.${kind}`)}</strong>
        <StatusPill tone={TONES[state]}>{t(`operator.messages.${state}`)}</StatusPill>
      </div>
      <TextLink href={`/works/${reference}`} prefetch={false}>
        {title}
      </TextLink>
      <p className="text-ink-soft">{t('account.history.to', { channel: t(`outbox.channel.${channel}`), to })}</p>
      {sentAt && (
        <p>
          {t.rich('account.history.sent_at', { when: at(sentAt) })} ·{' '}
          {deliveredAt ? t.rich('account.history.arrived_at', { when: at(deliveredAt) }) : t('account.history.no_receipt')}
        </p>
      )}
      {text && (
        <details>
          <summary className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4">
            {t('account.history.read')}
          </summary>
          <p className="break-words whitespace-pre-line rounded-control bg-sunken p-3">{text}</p>
        </details>
      )}
    </li>
  )
}

/** What the ledger says was sent about an account, and what came of it. */
export function HistoryList({ sent, zone }: { sent: readonly SentMessage[]; zone: string }) {
  const t = useTranslations('account.history')
  return (
    <section aria-labelledby="history" className="max-w-3xl space-y-3">
      <h2 id="history" className="text-2xl">
        {t('title')}
      </h2>
      {sent.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {sent.map((message) => (
            <SentLine key={message.id} message={message} zone={zone} />
          ))}
        </ul>
      )}
    </section>
  )
}
