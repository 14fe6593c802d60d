import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { EvidenceReport } from '@/lib/notices/get-evidence-report'
import { STYLE } from './document-style'
import type { DocumentWords } from './document-words'
import { HistorySection } from './history-section'
import { LineSection } from './line-section'
import { NoticeSection } from './notice-section'
import { SummarySection } from './summary-section'
import { TextSection } from './text-section'

/** The evidence of works for whoever has to be shown it on paper. */
export function EvidenceDocument({ report, words }: { report: EvidenceReport; words: DocumentWords }) {
  const { summary, utility, texts, history, chain, notReached, all } = report
  const { evidence } = words
  const title = evidence('document.title', { reference: summary.reference })
  return (
    <Document title={title} author={utility.name} language={words.locale} creator="Preavviso" producer="Preavviso">
      <Page size="A4" style={STYLE.page}>
        <Text style={STYLE.soft}>{utility.name}</Text>
        <Text style={STYLE.title}>{title}</Text>
        <Text style={STYLE.strong}>{summary.title}</Text>
        <SummarySection summary={summary} words={words} />
        <NoticeSection notices={summary.notices} words={words} />
        <LineSection title={evidence('document.not_reached')} lines={notReached} words={words} empty={evidence('none_not_reached')} />
        <TextSection texts={texts} words={words} />
        <HistorySection history={history} chain={chain} words={words} />
        <LineSection title={evidence('lines')} lines={all} words={words} empty={evidence('none')} />
        <Text style={[STYLE.soft, { marginTop: 6 }]}>{evidence('masked')}</Text>
        <View fixed style={STYLE.footer}>
          <Text>{`${title} · ${evidence('as_of', { time: words.instant(summary.asOf) })}`}</Text>
          <Text
            render={({ pageNumber, totalPages }) =>
              evidence('document.page', { page: String(pageNumber), pages: String(totalPages ?? '') })
            }
          />
        </View>
      </Page>
    </Document>
  )
}
