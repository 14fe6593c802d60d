import { useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import { TextLink } from '@/components/ui/text-link'
import type { Tone } from '@/components/ui/tone'
import { Instant } from '@/components/works/instant'
import type { CallerMessage } from '@/lib/call-centre/call-centre'
import type { MessageState } from '@/lib/db/generated/enums'

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

function MessageTimes({ message, zone }: { message: CallerMessage; zone: string }) {
  const t = useTranslations('callCentre.messages')
  if (message.sentAt === null) return null
  return (
    <p>
      {t('sent')} <Instant at={message.sentAt} zone={zone} short /> · {message.arrivedAt ? t('arrived') : t('not_arrived')}{' '}
      {message.arrivedAt && <Instant at={message.arrivedAt} zone={zone} short />}
    </p>
  )
}

function MessageLine({ message, zone }: { message: CallerMessage; zone: string }) {
  const t = useTranslations()
  const { reference, title, kind, channel, to, state, subject, text, errorCode } = message
  return (
    <li className="space-y-1.5 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <strong className="font-semibold">{t(`notice.kind.${kind}`)}</strong>
        <StatusPill tone={TONES[state]}>{t(`operator.messages.${state}`)}</StatusPill>
      </div>
      <TextLink href={`/operator/call-centre/works/${reference}`} prefetch={false}>
        {title}
      </TextLink>
      <p className="text-ink-soft">{t('callCentre.messages.to', { channel: t(`outbox.channel.${channel}`), to })}</p>
      <MessageTimes message={message} zone={zone} />
      {errorCode && <p className="text-danger-ink">{t('callCentre.messages.error', { code: errorCode })}</p>}
      {text && (
        <details>
          <summary className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4">
            {t('callCentre.messages.text')}
          </summary>
          {subject && <p className="font-semibold">{subject}</p>}
          <p className="break-words whitespace-pre-line rounded-control bg-sunken p-3">{text}</p>
        </details>
      )}
    </li>
  )
}

/** The ledger of this caller: what was sent to them, how it fared, and its words. */
export function CallerMessages({ messages, zone }: { messages: readonly CallerMessage[]; zone: string }) {
  const t = useTranslations('callCentre.messages')
  return (
    <section aria-labelledby="messages" className="space-y-3">
      <h2 id="messages" className="text-2xl">
        {t('title')}
      </h2>
      {messages.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {messages.map((message) => (
            <MessageLine key={message.id} message={message} zone={zone} />
          ))}
        </ul>
      )}
    </section>
  )
}
