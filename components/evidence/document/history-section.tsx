import { Text, View } from '@react-pdf/renderer'
import type { HistoryEntry } from '@/lib/notices/evidence/evidence'
import type { EvidenceReport } from '@/lib/notices/evidence/get-evidence-report'
import { STYLE } from './document-style'
import { DocumentTable } from './document-table'
import type { DocumentWords } from './document-words'

/** So many letters of a hash name it; the whole of the last one stands above. */
const SHOWN = 16

/** Who did what, from the audit trail, and what its chain of hashes ends in. */
export function HistorySection({ history, chain, words }: Pick<EvidenceReport, 'history' | 'chain'> & { words: DocumentWords }) {
  const { evidence } = words
  const columns = [
    { header: evidence('document.line'), width: '8%', cell: ({ id }: HistoryEntry) => id },
    { header: evidence('document.at'), width: '22%', cell: ({ at }: HistoryEntry) => words.brief(new Date(at)) },
    { header: evidence('document.who'), width: '24%', cell: ({ actor }: HistoryEntry) => actor },
    { header: evidence('document.what'), width: '24%', cell: ({ action }: HistoryEntry) => action },
    { header: evidence('document.hash'), width: '22%', cell: ({ hash }: HistoryEntry) => `${hash.slice(0, SHOWN)}…` },
  ]
  return (
    <View>
      <Text style={STYLE.heading}>{evidence('document.history')}</Text>
      <Text style={STYLE.paragraph}>
        {chain.ok
          ? evidence('document.chain_ok', { entries: words.count(chain.entries), head: chain.head ?? '–' })
          : evidence('document.chain_broken', { line: chain.brokenAt ?? '–' })}
      </Text>
      <DocumentTable columns={columns} rows={history} />
    </View>
  )
}
