import { Mail } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { OutboxEntry } from '@/lib/notices/list-outbox'
import { MessageText } from './message-text'

export interface MailMessageProps {
  entry: Pick<OutboxEntry, 'subject' | 'text' | 'language'> & Partial<Pick<OutboxEntry, 'unsubscribeUrl'>>
  sender: string
  sentAt: string
}

/** A mail as a reader shows it: subject, sender, then the text. */
export function MailMessage({ entry, sender, sentAt }: MailMessageProps) {
  const t = useTranslations('email')
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <div className="flex gap-3 border-b border-line bg-sunken px-4 py-3">
        <Mail aria-hidden="true" className="mt-1 size-5 shrink-0 text-ink-soft" />
        <div className="min-w-0">
          <p lang={entry.language} className="font-bold break-words">
            {entry.subject}
          </p>
          <p className="text-[0.88rem] text-ink-soft">
            {sender} · {sentAt}
          </p>
        </div>
      </div>
      <MessageText text={entry.text} language={entry.language} className="px-4 py-3 leading-relaxed" />
      {entry.unsubscribeUrl && (
        <p className="border-t border-line px-4 py-3 text-[0.88rem]">
          <a href={entry.unsubscribeUrl} className="text-brand underline underline-offset-4">
            {t('unsubscribe')}
          </a>
        </p>
      )}
    </div>
  )
}
