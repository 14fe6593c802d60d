import { Mail } from 'lucide-react'
import type { OutboxEntry } from '@/lib/notices/list-outbox'
import { MessageText } from './message-text'

export interface MailMessageProps {
  entry: Pick<OutboxEntry, 'subject' | 'text' | 'language'>
  sender: string
  sentAt: string
}

/** A mail as a reader shows it: subject, sender, then the text. */
export function MailMessage({ entry, sender, sentAt }: MailMessageProps) {
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
    </div>
  )
}
