import { useTranslations } from 'next-intl'
import type { WorksDetail } from '@/lib/works/works'
import { Instant } from './instant'

/** The actions of the audit trail that have words; others are named as they stand there. */
const WORDS = {
  'works.create': 'create',
  'works.publish': 'publish',
  'works.reschedule': 'reschedule',
  'works.extend': 'extend',
  'works.restore': 'restore',
  'works.cancel': 'cancel',
  'notice.done': 'notice_done',
  'evidence.read_contacts': 'read_contacts',
} as const

function isKnown(action: string): action is keyof typeof WORDS {
  return Object.hasOwn(WORDS, action)
}

/** Who did what, when: from the audit trail. */
export function HistoryList({ history, zone }: { history: WorksDetail['history']; zone: string }) {
  const t = useTranslations('operator.history')
  return (
    <ol className="space-y-2">
      {history.map(({ at, actor, action }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added, at the end.
        <li key={index}>
          <strong className="font-semibold">{isKnown(action) ? t(WORDS[action]) : action}</strong>
          <span className="text-ink-soft">
            {' – '}
            <Instant at={at} zone={zone} />, {actor}
          </span>
        </li>
      ))}
    </ol>
  )
}
