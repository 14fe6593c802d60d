import type { ComponentType } from 'react'
import type { Channel } from '@/lib/db/generated/enums'
import type { ChannelMessageProps } from './channel-message-props'
import { ChatMessage } from './chat-message'
import { MailMessage } from './mail-message'
import { SmsMessage } from './sms-message'

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
