import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatusPill } from '@/components/ui/status-pill'
import { TextLink } from '@/components/ui/text-link'
import type { MessageState, NoticeKind } from '@/lib/db/generated/enums'
import { MESSAGE_TONES } from './message-tones'

export interface MessageCardProps {
  message: {
    title: string
    kind: NoticeKind
    state: MessageState
    subject?: string | null
    /** As it was sent; null before, and where the reader may not see it. */
    text: string | null
  }
  /** Of the works that it is about. */
  href: string
  /** By which channel and to whom, masked: "SMS to +39…". */
  recipient: string
  /** What opens the text. */
  read: string
  /** When it was sent and arrived, and what went wrong. */
  children: ReactNode
}

/** One message of the ledger: what it was, to whom, what became of it, and its words. */
export function MessageCard({ message, href, recipient, read, children }: MessageCardProps) {
  const t = useTranslations()
  const { title, kind, state, subject, text } = message
  return (
    <li className="space-y-1.5 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <strong className="font-semibold">{t(`notice.kind.${kind}`)}</strong>
        <StatusPill tone={MESSAGE_TONES[state]}>{t(`operator.messages.${state}`)}</StatusPill>
      </div>
      <TextLink href={href}>{title}</TextLink>
      <p className="text-ink-soft">{recipient}</p>
      {children}
      {text && (
        <details>
          <summary className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4">{read}</summary>
          {subject && <p className="font-semibold">{subject}</p>}
          <p className="break-words whitespace-pre-line rounded-control bg-sunken p-3">{text}</p>
        </details>
      )}
    </li>
  )
}
