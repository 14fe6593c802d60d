import { Text, View } from '@react-pdf/renderer'
import { type EvidenceRow, whyNothing } from '@/lib/notices/evidence/evidence'
import { REPORT_LINES, type ReportLines } from '@/lib/notices/evidence/get-evidence-report'
import { STYLE } from './document-style'
import { DocumentTable } from './document-table'
import type { DocumentWords } from './document-words'

export interface LineSectionProps {
  title: string
  lines: ReportLines
  words: DocumentWords
  /** What to say where there is no line. */
  empty: string
}

function outcome(row: EvidenceRow, { evidence }: DocumentWords): string {
  const reason = whyNothing(row)
  const code = reason === 'unreachable' ? row.unreachableReason : row.errorCode
  const said = row.state ? evidence(`state.${row.state}`) : reason ? evidence(`nothing.${reason}`) : ''
  return [said, row.isStandIn && evidence('stand_in'), code].filter(Boolean).join(', ')
}

/** Lines of evidence, point by point; says so where the document leaves some to the CSV. */
export function LineSection({ title, lines, words, empty }: LineSectionProps) {
  const { evidence, notice, channel } = words
  const columns = [
    {
      header: evidence('table.point'),
      width: '24%',
      cell: (row: EvidenceRow) => [row.address, row.servicePoint].filter(Boolean).join(', ') || '–',
    },
    {
      header: evidence('table.contact'),
      width: '15%',
      cell: (row: EvidenceRow) => (row.contact && row.channel ? `${row.contact} (${channel(row.channel)})` : '–'),
    },
    {
      header: evidence('table.notice'),
      width: '14%',
      cell: (row: EvidenceRow) => (row.notice ? `${notice(`kind.${row.notice}`)} (${row.version})` : '–'),
    },
    { header: evidence('table.state'), width: '17%', cell: (row: EvidenceRow) => outcome(row, words) },
    { header: evidence('table.sent'), width: '15%', cell: (row: EvidenceRow) => words.brief(row.sentAt) },
    { header: evidence('table.receipt'), width: '15%', cell: (row: EvidenceRow) => words.brief(row.receiptAt ?? row.deliveredAt) },
  ]
  return (
    <View>
      <Text style={STYLE.heading}>{title}</Text>
      {lines.rows.length > 0 ? <DocumentTable columns={columns} rows={lines.rows} /> : <Text style={STYLE.soft}>{empty}</Text>}
      {lines.hasMore && (
        <Text style={[STYLE.strong, { marginTop: 4 }]}>{evidence('document.cut', { count: words.count(REPORT_LINES) })}</Text>
      )}
    </View>
  )
}
