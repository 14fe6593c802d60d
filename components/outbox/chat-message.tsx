import type { ChannelMessageProps } from './channel-message-props'
import { MessageText } from './message-text'

/** A chat: the utility's picture beside the bubble, the hour in its corner. */
export function ChatMessage({ entry, sender, sentAt }: ChannelMessageProps) {
  return (
    <div className="flex items-end gap-2 rounded-card border border-line bg-info p-3 text-info-ink">
      <span aria-hidden="true" className="flex size-9 shrink-0 items-center justify-center rounded-full bg-brand font-bold text-on-brand">
        {sender.slice(0, 1)}
      </span>
      <div className="min-w-0 rounded-2xl rounded-bl-sm bg-surface px-3.5 py-2.5 text-ink shadow-card">
        <p className="font-bold text-brand">{sender}</p>
        <MessageText text={entry.text} language={entry.language} className="leading-snug" />
        <p className="pt-1 text-right text-[0.82rem] text-ink-soft">{sentAt}</p>
      </div>
    </div>
  )
}
