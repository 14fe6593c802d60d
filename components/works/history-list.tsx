import { useTranslations } from 'next-intl'
import type { WorksDetail } from '@/lib/works/works'
import { Instant } from './instant'

type HistoryKey = Parameters<ReturnType<typeof useTranslations<'operator.history'>>['has']>[0]

/** "works.publish" is `publish` among the words, "notice.done" is `notice_done`. */
function wordsOf(action: string): HistoryKey {
  return action.replace(/^works\.|^evidence\./, '').replace('.', '_') as HistoryKey
}

/** Who did what, when: from the audit trail. */
export function HistoryList({ history, zone }: { history: WorksDetail['history']; zone: string }) {
  const t = useTranslations('operator.history')
  const nameOf = (actor: string) => {
    if (actor.startsWith('system:')) return t('by_itself')
    return actor.startsWith('cli:') ? t('command_line', { user: actor.slice('cli:'.length) }) : actor
  }
  return (
    <ol className="space-y-2">
      {history.map(({ at, actor, action }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added, at the end.
        <li key={index}>
          <strong className="font-semibold">{t.has(wordsOf(action)) ? t(wordsOf(action) as 'publish') : action}</strong>
          <span className="text-ink-soft">
            {' – '}
            <Instant at={at} zone={zone} />, {nameOf(actor)}
          </span>
        </li>
      ))}
    </ol>
  )
}
