import type { ChannelMessageProps } from './channel-message-props'
import { MessageText } from './message-text'

/** A telephone's screen: the sender's name above, the text in a bubble. */
export function SmsMessage({ entry, sender, sentAt }: ChannelMessageProps) {
  return (
    <div className="rounded-[1.75rem] border-4 border-line-strong bg-surface px-3 pt-2 pb-4">
      <p className="border-b border-line pb-2 text-center font-bold">{sender}</p>
      <p className="py-2 text-center text-[0.88rem] text-ink-soft">{sentAt}</p>
      <MessageText
        text={entry.text}
        language={entry.language}
        className="max-w-[92%] rounded-2xl rounded-bl-sm bg-sunken px-3.5 py-2.5 leading-snug"
      />
    </div>
  )
}
