import { Inbox } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { OutboxEntry as Entry } from '@/lib/notices/list-outbox'
import { type OutboxQuery, outboxPath } from '@/lib/notices/outbox-query'
import { OutboxEntry } from './outbox-entry'

export interface OutboxListProps {
  entries: readonly Entry[]
  query: OutboxQuery
  hasOlder: boolean
  sender: string
  zone: string
}

/** One page of the outbox, newest first, with ways to older and to the newest. */
export function OutboxList({ entries, query, hasOlder, sender, zone }: OutboxListProps) {
  const t = useTranslations('outbox')
  const last = entries.at(-1)
  if (!last) {
    const isFiltered = Object.keys(query).length > 0
    return (
      <EmptyState Icon={Inbox} title={isFiltered ? t('none_found') : t('none')}>
        {isFiltered ? t('none_found_hint') : t('none_hint')}
      </EmptyState>
    )
  }
  return (
    <>
      <ol className="gap-6 sm:columns-2 lg:columns-3">
        {entries.map((entry) => (
          <OutboxEntry key={entry.id} entry={entry} sender={sender} zone={zone} />
        ))}
      </ol>
      <nav aria-label={t('title')} className="flex flex-wrap justify-center gap-3">
        {query.before && (
          <LinkButton variant="secondary" href={outboxPath(query)}>
            {t('newest')}
          </LinkButton>
        )}
        {hasOlder && (
          <LinkButton variant="secondary" href={outboxPath(query, last.id)}>
            {t('older')}
          </LinkButton>
        )}
      </nav>
    </>
  )
}
