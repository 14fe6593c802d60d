import { renderEvidencePdf } from '@/components/evidence/document/render-evidence-pdf'
import { download } from '@/lib/http/download'
import { staffRoute } from '@/lib/http/staff-route'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales'
import { getEvidenceReport } from '@/lib/notices/evidence/get-evidence-report'

/** GET …/works/{reference}/evidence.pdf: the evidence as a document, in the language of the path. */
export const GET = staffRoute<{ reference: string; locale: string }>(async ({ actor, params, now }) => {
  const report = await getEvidenceReport(actor, params.reference, now)
  const bytes = await renderEvidencePdf(report, isLocale(params.locale) ? params.locale : DEFAULT_LOCALE)
  return download(bytes, { type: 'application/pdf', fileName: `evidence-${params.reference}.pdf` })
})
