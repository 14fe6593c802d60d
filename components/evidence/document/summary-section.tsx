import { Text, View } from '@react-pdf/renderer'
import { describeWindow } from '@/lib/i18n/describe-window'
import { type EvidenceSummary, pointFigures } from '@/lib/notices/evidence/evidence'
import { STYLE } from './document-style'
import { DocumentText } from './document-text'
import type { DocumentWords } from './document-words'

/** When supply was cut, and when the works were published and cancelled. */
function Dates({ summary, words }: { summary: EvidenceSummary; words: DocumentWords }) {
  const windows = summary.windows.map((window) => describeWindow(window, words.zone, words.locale))
  const dates = [
    ...windows.map(({ day, hours }) => `${words.evidence('document.when')}: ${day}, ${hours}`),
    summary.publishedAt && `${words.evidence('document.published')}: ${words.instant(summary.publishedAt)}`,
    summary.cancelledAt && `${words.evidence('document.cancelled')}: ${words.instant(summary.cancelledAt)}`,
    summary.shortNoticeReason && words.evidence('short_notice', { reason: summary.shortNoticeReason }),
  ]
  return dates.map((line) => line && <DocumentText key={line} text={line} />)
}

/** The verdict on the legal notice, its rule and source. */
function Verdict({ summary: { outcome, legal, tellBy }, words }: { summary: EvidenceSummary; words: DocumentWords }) {
  const { evidence, operator } = words
  const rule = legal &&
    tellBy && {
      minimum: operator(`legal.minimum.${legal.minimum.unit}`, { value: legal.minimum.value }),
      latest: words.instant(tellBy),
      source: operator('legal.source', { source: legal.source, certainty: operator(`legal.certainty.${legal.certainty}`) }),
    }
  return (
    <View style={STYLE.verdict}>
      <Text style={[STYLE.strong, { fontSize: 12 }]}>{evidence(`outcome.${outcome}.title`)}</Text>
      <Text>{evidence(`outcome.${outcome}.text`)}</Text>
      {rule && outcome !== 'cancelled_before' && <Text style={STYLE.soft}>{`${evidence('by_law', rule)} ${rule.source}`}</Text>}
    </View>
  )
}

/** What the works were, whether the law was kept, and for how many service points. */
export function SummarySection({ summary, words }: { summary: EvidenceSummary; words: DocumentWords }) {
  const { nobody } = summary.points
  return (
    <View>
      <Dates summary={summary} words={words} />
      <Verdict summary={summary} words={words} />
      <Text style={STYLE.heading}>{words.evidence('points.title')}</Text>
      <View style={STYLE.figures}>
        {pointFigures(summary).map(({ figure, count }) => (
          <View key={figure} style={STYLE.figure}>
            <Text style={STYLE.number}>{words.count(count)}</Text>
            <Text style={STYLE.soft}>{words.evidence(`points.${figure}`)}</Text>
          </View>
        ))}
      </View>
      {nobody > 0 && <Text style={{ marginTop: 6 }}>{words.evidence('nobody_text', { count: nobody })}</Text>}
    </View>
  )
}
