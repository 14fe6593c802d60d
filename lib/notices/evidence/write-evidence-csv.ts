import { csvLine } from '@/lib/csv-line'
import { inZone } from '@/lib/wall-clock'
import { type EvidenceRow, whyNothing } from './evidence'

/** Without it, spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF'

type Cell = string | number | null

/** An instant on the utility's clocks, with its offset: a person reads the hour, a program the instant. */
function inWords(instant: Date | null, zone: string): string | null {
  return instant && inZone(instant, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** The columns, in their order. Other programs read them: add to the end only. */
const COLUMNS: Record<string, (row: EvidenceRow, zone: string) => Cell> = {
  service_point: (row) => row.servicePoint,
  address: (row) => row.address,
  contact: (row) => row.contact,
  contact_state: (row) => row.contactState,
  channel: (row) => row.channel,
  language: (row) => row.language,
  version: (row) => row.version,
  notice: (row) => row.notice,
  due_at: (row, zone) => inWords(row.dueAt, zone),
  state: (row) => row.state,
  stands_in: (row) => (row.isStandIn ? 'yes' : null),
  sent_at: (row, zone) => inWords(row.sentAt, zone),
  delivered_at: (row, zone) => inWords(row.deliveredAt, zone),
  provider: (row) => row.provider,
  provider_id: (row) => row.providerId,
  receipt: (row) => row.receipt,
  receipt_at: (row, zone) => inWords(row.receiptAt, zone),
  error: (row) => row.errorCode,
  why_nothing: (row) => whyNothing(row),
  unreachable: (row) => row.unreachableReason,
}

/** The evidence as CSV, group by group: UTF-8 with a byte order mark, times in `zone` with their offset. */
export async function* writeEvidenceCsv(groups: AsyncIterable<EvidenceRow[]>, zone: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS))
  const cells = Object.values(COLUMNS)
  for await (const rows of groups) yield rows.map((row) => csvLine(cells.map((cell) => cell(row, zone)))).join('')
}
