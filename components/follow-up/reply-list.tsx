import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { Instant } from '@/components/works/instant'
import type { WorksReply } from '@/lib/notices/follow-up/follow-up'
import { callerHref } from './caller-href'

export interface ReplyListProps {
  replies: readonly WorksReply[]
  zone: string
  /** Notes that a reply, named in the form, was read. */
  markRead: (form: FormData) => Promise<void>
}

/** What people wrote back, unread first, each with its tick. */
export function ReplyList({ replies, zone, markRead }: ReplyListProps) {
  const t = useTranslations('operator.follow_up')
  const channel = useTranslations('outbox.channel')
  return (
    <ul className="space-y-3">
      {replies.map((reply) => {
        const href = callerHref(reply)
        return (
          <Card as="li" key={reply.id} className="space-y-2">
            <p className="flex flex-wrap gap-x-3 text-[0.94rem] text-ink-soft">
              <span>
                {channel(reply.channel)} {href ? <TextLink href={href}>{reply.contact}</TextLink> : reply.contact}
              </span>
              <Instant at={reply.at} zone={zone} />
            </p>
            <blockquote className="break-words whitespace-pre-wrap">{reply.text}</blockquote>
            {reply.readAt ? (
              <p className="text-[0.94rem] text-ink-soft">{t('read_by', { name: reply.readBy ?? '' })}</p>
            ) : (
              <form action={markRead}>
                <input type="hidden" name="id" value={reply.id} />
                <SubmitButton variant="secondary">{t('mark_read')}</SubmitButton>
              </form>
            )}
          </Card>
        )
      })}
    </ul>
  )
}
