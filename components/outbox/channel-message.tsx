import type { ComponentType } from 'react'
import type { Channel } from '@/lib/db/generated/enums'
import type { OutboxEntry } from '@/lib/notices/list-outbox'
import { ChatMessage } from './chat-message'
import { MailMessage } from './mail-message'
import { SmsMessage } from './sms-message'

export interface ChannelMessageProps {
  entry: OutboxEntry
  /** Whose name the recipient sees. */
  sender: string
  /** When it was sent, in words. */
  sentAt: string
}

/** How each channel shows a message to whoever gets it. */
const LOOKS: Record<Channel, ComponentType<ChannelMessageProps>> = {
  sms: SmsMessage,
  email: MailMessage,
  telegram: ChatMessage,
  viber: ChatMessage,
}

export function ChannelMessage(props: ChannelMessageProps) {
  const Look = LOOKS[props.entry.channel]
  return <Look {...props} />
}
