import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { StatusPill } from '@/components/ui/status-pill'
import type { Tone } from '@/components/ui/tone'
import type { MessageState, NoticeState } from '@/lib/db/generated/enums'
import type { WorksDetail } from '@/lib/works/works'
import { Instant } from './instant'
import { SkipReason } from './skip-reason'

type Notice = WorksDetail['notices'][number]

const TONES: Record<NoticeState, Tone> = { planned: 'waiting', open: 'running', done: 'clear', skipped: 'unknown', superseded: 'cancelled' }

/** "1,204 delivered, 3 failed": only the states that some message is in. */
function MessageCounts({ counts }: { counts: Notice['counts'] }) {
  const t = useTranslations('operator.messages')
  const locale = useLocale()
  const present = (Object.entries(counts) as Array<[MessageState, number]>).filter(([, count]) => count > 0)
  if (present.length === 0) return <>–</>
  return (
    <ul>
      {present.map(([state, count]) => (
        <li key={state}>
          <strong className="tabular-nums">{count.toLocaleString(locale)}</strong> {t(state)}
        </li>
      ))}
    </ul>
  )
}

/** Every notice of the works, and how its messages fare. */
export function NoticeTable({ notices, zone }: { notices: readonly Notice[]; zone: string }) {
  const t = useTranslations('operator.notices')
  const kind = useTranslations('notice.kind')
  const columns: Column<Notice>[] = [
    { key: 'kind', header: t('kind'), cell: (notice) => <strong>{kind(notice.kind)}</strong> },
    { key: 'due', header: t('due'), cell: ({ dueAt }) => <Instant at={dueAt} zone={zone} /> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state, skipReason }) => (
        <>
          <StatusPill tone={TONES[state]}>{t(`states.${state}`)}</StatusPill>
          {skipReason && (
            <span className="mt-1 block text-[0.94rem] text-ink-soft">
              <SkipReason reason={skipReason} />
            </span>
          )}
        </>
      ),
    },
    { key: 'messages', header: t('messages'), cell: ({ counts }) => <MessageCounts counts={counts} /> },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={notices} rowKey={({ id }) => id} />
}
