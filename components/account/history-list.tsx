import { useTranslations } from 'next-intl'
import { MessageCard } from '@/components/messages/message-card'
import { MessageList } from '@/components/messages/message-list'
import { Instant } from '@/components/works/instant'
import type { SentMessage } from '@/lib/self-service/self-service'

function SentTimes({ message: { sentAt, deliveredAt }, zone }: { message: SentMessage; zone: string }) {
  const t = useTranslations('account.history')
  if (sentAt === null) return null
  const at = (instant: string) => () => <Instant at={instant} zone={zone} short />
  return (
    <p>
      {t.rich('sent_at', { when: at(sentAt) })} · {deliveredAt ? t.rich('arrived_at', { when: at(deliveredAt) }) : t('no_receipt')}
    </p>
  )
}

/** What the ledger says was sent about an account, and what came of it. */
export function HistoryList({ sent, zone }: { sent: readonly SentMessage[]; zone: string }) {
  const t = useTranslations('account.history')
  const channels = useTranslations('outbox.channel')
  return (
    <MessageList id="history" title={t('title')} none={t('none')} className="max-w-3xl">
      {sent.map((message) => (
        <MessageCard
          key={message.id}
          message={message}
          href={`/works/${message.reference}`}
          recipient={t('to', { channel: channels(message.channel), to: message.to })}
          read={t('read')}
        >
          <SentTimes message={message} zone={zone} />
        </MessageCard>
      ))}
    </MessageList>
  )
}
