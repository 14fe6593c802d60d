import { renderToBuffer } from '@react-pdf/renderer'
import type { Locale } from '@/lib/i18n/locales'
import type { EvidenceReport } from '@/lib/notices/evidence/get-evidence-report'
import { documentWords } from './document-words'
import { EvidenceDocument } from './evidence-document'
import { registerFont } from './register-font'

/** The evidence as PDF, in one language; a few seconds of work for the longest. */
export async function renderEvidencePdf(report: EvidenceReport, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  await registerFont()
  const words = documentWords(locale, report.utility.zone)
  return new Uint8Array(await renderToBuffer(<EvidenceDocument report={report} words={words} />))
}
