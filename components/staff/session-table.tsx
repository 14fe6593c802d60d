import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Instant } from '@/components/works/instant'
import type { ActionResult } from '@/lib/http/action'
import { describeAgent } from '@/lib/http/describe-agent'
import type { SessionView } from '@/lib/staff/staff'
import { StaffDialog } from './staff-dialog'

export interface SessionTableProps {
  sessions: readonly SessionView[]
  zone: string
  /** Ends one of them, or without an id all (of one's own: all others). */
  end: (sessionId: string | undefined) => Promise<ActionResult<unknown>>
  /** Whether they are those of whoever looks. */
  own: boolean
}

/** Where somebody is signed in, each to be ended by itself, or all at once. */
export function SessionTable({ sessions, zone, end, own }: SessionTableProps) {
  const t = useTranslations('operator.sessions')
  const one = { open: t('end'), title: t('end_title'), text: t('end_text'), confirm: t('confirm') }
  const many = { open: t(own ? 'end_others' : 'end_all'), title: t('end_many_title'), text: t('end_text'), confirm: t('confirm') }
  const isSeveral = sessions.filter(({ isCurrent }) => !own || !isCurrent).length > 1
  if (sessions.length === 0) return <p>{t('none')}</p>
  return (
    <div className="space-y-4">
      <DataTable
        caption={t('title')}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'seen', header: t('seen'), cell: ({ seenAt }) => <Instant at={seenAt} zone={zone} short /> },
          { key: 'since', header: t('since'), cell: ({ createdAt }) => <Instant at={createdAt} zone={zone} short /> },
          { key: 'client', header: t('client'), cell: ({ client }) => client },
          {
            key: 'agent',
            header: t('agent'),
            cell: ({ agent }) => describeAgent(agent),
          },
          { key: 'method', header: t('method'), cell: ({ method }) => t(`by.${method}`) },
          {
            key: 'end',
            header: <span className="sr-only">{t('end')}</span>,
            cell: ({ id, isCurrent }) =>
              isCurrent ? <strong>{t('current')}</strong> : <StaffDialog words={one} confirmVariant="danger" act={end.bind(null, id)} />,
          },
        ]}
      />
      {isSeveral && <StaffDialog words={many} confirmVariant="danger" act={end.bind(null, undefined)} />}
    </div>
  )
}
