import { useTranslations } from 'next-intl'
import { MessageCard } from '@/components/messages/message-card'
import { MessageList } from '@/components/messages/message-list'
import { Instant } from '@/components/works/instant'
import type { CallerMessage } from '@/lib/call-centre/call-centre'

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

/** The ledger of this caller: what was sent to them, how it fared, and its words. */
export function CallerMessages({ messages, zone }: { messages: readonly CallerMessage[]; zone: string }) {
  const t = useTranslations('callCentre.messages')
  const channels = useTranslations('outbox.channel')
  return (
    <MessageList id="messages" title={t('title')} none={t('none')}>
      {messages.map((message) => (
        <MessageCard
          key={message.id}
          message={message}
          href={`/operator/call-centre/works/${message.reference}`}
          recipient={t('to', { channel: channels(message.channel), to: message.to })}
          read={t('text')}
        >
          <MessageTimes message={message} zone={zone} />
          {message.errorCode && <p className="text-danger-ink">{t('error', { code: message.errorCode })}</p>}
        </MessageCard>
      ))}
    </MessageList>
  )
}
