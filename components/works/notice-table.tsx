import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { StatusPill } from '@/components/ui/status-pill'
import type { Tone } from '@/components/ui/tone'
import type { NoticeState } from '@/lib/db/generated/enums'
import { FORMATS } from '@/lib/i18n/date-formats'
import type { NoticeDelivery } from '@/lib/notices/get-deliveries'
import type { Reconciliation } from '@/lib/notices/reconciliation'
import { Instant } from './instant'
import { MessageCounts } from './message-counts'
import { NoticeProgress } from './notice-progress'
import { SkipReason } from './skip-reason'

const TONES: Record<NoticeState, Tone> = { planned: 'waiting', open: 'running', done: 'clear', skipped: 'unknown', superseded: 'cancelled' }

const VERDICTS: Record<Reconciliation, Tone> = { closes: 'clear', under_way: 'waiting', differs: 'danger', not_opened: 'neutral' }

function NoticeStateCell({ notice }: { notice: NoticeDelivery }) {
  const t = useTranslations('operator.notices')
  return (
    <>
      <StatusPill tone={TONES[notice.state]}>{t(`states.${notice.state}`)}</StatusPill>
      {notice.skipReason && (
        <span className="mt-1 block text-[0.94rem] text-ink-soft">
          <SkipReason reason={notice.skipReason} />
        </span>
      )}
      {notice.state === 'open' && <NoticeProgress audience={notice.audience} counts={notice.counts} />}
    </>
  )
}

/** Every notice of the works: for how many people it was, how their messages fare, and whether the two come to the same. */
export function NoticeTable({ notices, zone }: { notices: readonly NoticeDelivery[]; zone: string }) {
  const t = useTranslations('operator.notices')
  const kind = useTranslations('notice.kind')
  const locale = useLocale()
  const columns: Column<NoticeDelivery>[] = [
    { key: 'kind', header: t('kind'), cell: (notice) => <strong>{kind(notice.kind)}</strong> },
    { key: 'due', header: t('due'), cell: ({ dueAt }) => <Instant at={dueAt} zone={zone} /> },
    { key: 'state', header: t('state'), cell: (notice) => <NoticeStateCell notice={notice} /> },
    { key: 'people', header: t('people'), cell: ({ audience }) => audience?.toLocaleString(FORMATS[locale]) ?? '–', numeric: true },
    { key: 'messages', header: t('messages'), cell: (notice) => <MessageCounts counts={notice.counts} standIns={notice.standIns} /> },
    {
      key: 'adds_up',
      header: t('adds_up'),
      cell: ({ reconciliation }) =>
        reconciliation === 'not_opened' ? (
          '–'
        ) : (
          <StatusPill tone={VERDICTS[reconciliation]}>{t(`reconciliation.${reconciliation}`)}</StatusPill>
        ),
    },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={notices} rowKey={({ id }) => id} />
}
