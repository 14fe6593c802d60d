import { Text, View } from '@react-pdf/renderer'
import type { MessageState } from '@/lib/db/generated/enums'
import type { NoticeDelivery } from '@/lib/notices/get-deliveries'
import { STYLE } from './document-style'
import { DocumentTable } from './document-table'
import type { DocumentWords } from './document-words'

function countsInWords({ counts, standIns }: NoticeDelivery, { operator, count }: DocumentWords): string {
  const present = (Object.entries(counts) as Array<[MessageState, number]>).filter(([, number]) => number > 0)
  const replacing = Object.values(standIns).reduce((total, number) => total + number, 0)
  const parts = present.map(([state, number]) => `${count(number)} ${operator(`messages.${state}`)}`)
  return [...parts, ...(replacing > 0 ? [operator('notices.stand_ins', { count: replacing })] : [])].join(', ') || '–'
}

/** Every notice: when it was due, for how many people, and how its messages fared. */
export function NoticeSection({ notices, words }: { notices: readonly NoticeDelivery[]; words: DocumentWords }) {
  const { evidence, operator, notice } = words
  const columns = [
    { header: evidence('table.notice'), width: '17%', cell: (row: NoticeDelivery) => notice(`kind.${row.kind}`) },
    { header: evidence('document.due'), width: '19%', cell: ({ dueAt }: NoticeDelivery) => words.brief(new Date(dueAt)) },
    { header: evidence('table.state'), width: '13%', cell: ({ state }: NoticeDelivery) => operator(`notices.states.${state}`) },
    {
      header: evidence('document.people'),
      width: '9%',
      cell: ({ audience }: NoticeDelivery) => (audience === null ? '–' : words.count(audience)),
    },
    { header: operator('notices.messages'), width: '27%', cell: (row: NoticeDelivery) => countsInWords(row, words) },
    {
      header: operator('notices.adds_up'),
      width: '15%',
      // What was replaced or skipped is never opened: "not yet" would be wrong.
      cell: ({ reconciliation, state }: NoticeDelivery) =>
        reconciliation === 'not_opened' && state !== 'planned' ? '–' : operator(`notices.reconciliation.${reconciliation}`),
    },
  ]
  return (
    <View>
      <Text style={STYLE.heading}>{evidence('notices')}</Text>
      <DocumentTable columns={columns} rows={notices} />
    </View>
  )
}
