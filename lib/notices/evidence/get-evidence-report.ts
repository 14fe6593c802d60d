import type { Actor } from '@/lib/auth/actor'
import { type AuditVerdict, verifyAuditChain } from '@/lib/auth/verify-audit'
import { database } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import type { EvidenceRow, EvidenceSummary, HistoryEntry, SampleText } from './evidence'
import { findAuditHistory, findSampleTexts } from './evidence-report-queries'
import { getEvidenceSummary } from './get-evidence-summary'
import { type EvidenceQuery, streamEvidence } from './stream-evidence'

/** A document is read by people, and is made in two seconds at most: so many lines of each list, the rest is in the CSV. */
export const REPORT_LINES = 150

/** The first lines of a list, and whether there are more. */
export interface ReportLines {
  rows: EvidenceRow[]
  hasMore: boolean
}

/** Everything that the printed report says. */
export interface EvidenceReport {
  summary: EvidenceSummary
  utility: Pick<Utility, 'name' | 'zone'>
  texts: SampleText[]
  history: HistoryEntry[]
  /** As checked while the report was made. */
  chain: AuditVerdict
  notReached: ReportLines
  all: ReportLines
}

async function takeLines(actor: Actor, reference: string, query: EvidenceQuery, now: Date): Promise<ReportLines> {
  const rows: EvidenceRow[] = []
  for await (const group of await streamEvidence(actor, reference, query, now)) {
    rows.push(...group)
    if (rows.length > REPORT_LINES) break
  }
  return { rows: rows.slice(0, REPORT_LINES), hasMore: rows.length > REPORT_LINES }
}

/** The evidence of works as a document of bounded length. Contacts are masked, whoever asks: a document is passed on. Throws `not_found`. */
export async function getEvidenceReport(actor: Actor, reference: string, now: Date): Promise<EvidenceReport> {
  const summary = await getEvidenceSummary(actor, reference, now)
  const db = database()
  const { name, zone } = await getUtility(db)
  return {
    summary,
    utility: { name, zone },
    texts: await findSampleTexts(
      db,
      summary.notices.map(({ id }) => id),
    ),
    history: await findAuditHistory(db, summary.reference),
    chain: await verifyAuditChain(db),
    notReached: await takeLines(actor, reference, { onlyNotReached: true }, now),
    all: await takeLines(actor, reference, {}, now),
  }
}
