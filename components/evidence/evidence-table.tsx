import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Instant } from '@/components/works/instant'
import type { EvidenceRow } from '@/lib/notices/evidence/evidence'
import { EvidenceOutcome } from './evidence-outcome'

type Line = EvidenceRow & { key: number }

function ContactCell({ contact, channel }: EvidenceRow) {
  const t = useTranslations('outbox.channel')
  if (contact === null || channel === null) return <>–</>
  return (
    <>
      <span className="whitespace-nowrap">{contact}</span>
      <span className="block text-[0.94rem] text-ink-soft">{t(channel)}</span>
    </>
  )
}

function NoticeCell({ row, zone }: { row: EvidenceRow; zone: string }) {
  const t = useTranslations()
  if (row.notice === null || row.dueAt === null) return <>–</>
  return (
    <>
      {t(`notice.kind.${row.notice}`)}
      <span className="block text-[0.94rem] text-ink-soft">
        {t('evidence.version', { version: row.version ?? 1 })}, <Instant at={row.dueAt.toISOString()} zone={zone} short />
      </span>
    </>
  )
}

/** Who was told what at each service point: one line for each message, or for what there is instead. */
export function EvidenceTable({ rows, zone }: { rows: readonly EvidenceRow[]; zone: string }) {
  const t = useTranslations('evidence')
  const lines = rows.map((row, key) => ({ ...row, key }))
  const at = (instant: Date | null) => (instant ? <Instant at={instant.toISOString()} zone={zone} short /> : '–')
  const columns: Column<Line>[] = [
    {
      key: 'point',
      header: t('table.point'),
      cell: ({ servicePoint, address }) => (
        <>
          <strong className="font-semibold">{address ?? servicePoint}</strong>
          {address && <span className="block text-[0.94rem] text-ink-soft">{servicePoint}</span>}
        </>
      ),
    },
    { key: 'contact', header: t('table.contact'), cell: ContactCell },
    { key: 'notice', header: t('table.notice'), cell: (row) => <NoticeCell row={row} zone={zone} /> },
    { key: 'state', header: t('table.state'), cell: (row) => <EvidenceOutcome row={row} /> },
    { key: 'sent', header: t('table.sent'), cell: ({ sentAt }) => at(sentAt) },
    { key: 'receipt', header: t('table.receipt'), cell: ({ receiptAt, deliveredAt }) => at(receiptAt ?? deliveredAt) },
  ]
  return <DataTable caption={t('lines')} columns={columns} rows={lines} rowKey={({ key }) => key} />
}
