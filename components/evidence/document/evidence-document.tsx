import { Document, Text } from '@react-pdf/renderer'
import type { EvidenceReport } from '@/lib/notices/evidence/get-evidence-report'
import { STYLE } from './document-style'
import type { DocumentWords } from './document-words'
import { HistorySection } from './history-section'
import { LineSection } from './line-section'
import { NoticeSection } from './notice-section'
import { Sheet } from './sheet'
import { SummarySection } from './summary-section'
import { TextSection } from './text-section'

/** The evidence of works for whoever has to be shown it on paper. */
export function EvidenceDocument({ report, words }: { report: EvidenceReport; words: DocumentWords }) {
  const { summary, utility, texts, history, chain, notReached, all } = report
  const { evidence } = words
  const title = evidence('document.title', { reference: summary.reference })
  const footer = `${title} · ${evidence('as_of', { time: words.instant(summary.asOf) })}`
  return (
    <Document title={title} author={utility.name} language={words.locale} creator="Preavviso" producer="Preavviso">
      <Sheet footer={footer} words={words}>
        <Text style={STYLE.soft}>{utility.name}</Text>
        <Text style={STYLE.title}>{title}</Text>
        <Text style={STYLE.strong}>{summary.title}</Text>
        <SummarySection summary={summary} words={words} />
        <NoticeSection notices={summary.notices} words={words} />
      </Sheet>
      <Sheet footer={footer} words={words}>
        <LineSection title={evidence('document.not_reached')} lines={notReached} words={words} empty={evidence('none_not_reached')} />
      </Sheet>
      <Sheet footer={footer} words={words}>
        <TextSection texts={texts} words={words} />
      </Sheet>
      <Sheet footer={footer} words={words}>
        <HistorySection history={history} chain={chain} words={words} />
      </Sheet>
      <Sheet footer={footer} words={words}>
        <LineSection title={evidence('lines')} lines={all} words={words} empty={evidence('none')} />
        <Text style={[STYLE.soft, { marginTop: 6 }]}>{evidence('masked')}</Text>
      </Sheet>
    </Document>
  )
}
