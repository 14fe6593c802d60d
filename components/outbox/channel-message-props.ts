import type { OutboxEntry } from '@/lib/notices/list-outbox'

/** What each channel's look is given. */
export interface ChannelMessageProps {
  entry: Omit<OutboxEntry, 'noticeKind' | 'worksReference' | 'unsubscribeUrl'> & Partial<Pick<OutboxEntry, 'unsubscribeUrl'>>
  /** Whose name the recipient sees. */
  sender: string
  /** When it was sent, in words. */
  sentAt: string
}
