import { download } from '@/lib/http/download'
import { staffRoute } from '@/lib/http/staff-route'
import { streamEvidence } from '@/lib/notices/evidence/stream-evidence'
import { writeEvidenceCsv } from '@/lib/notices/evidence/write-evidence-csv'
import { getUtility } from '@/lib/utility/queries'

/** GET …/works/{reference}/evidence.csv: every line of evidence, streamed. `?contacts=whole` for admins, noted in the audit trail. */
export const GET = staffRoute<{ reference: string }>(async ({ actor, params, query, now }) => {
  const isWhole = query.get('contacts') === 'whole'
  const groups = await streamEvidence(actor, params.reference, { isWhole }, now)
  const { zone } = await getUtility()
  return download(writeEvidenceCsv(groups, zone), { type: 'text/csv; charset=utf-8', fileName: `evidence-${params.reference}.csv` })
})
