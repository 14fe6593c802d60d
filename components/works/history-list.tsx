import { useTranslations } from 'next-intl'
import type { WorksDetail } from '@/lib/works/works'
import { Instant } from './instant'

const KNOWN = ['create', 'publish', 'reschedule', 'extend', 'restore', 'cancel'] as const

/** Who did what, when: from the audit trail. */
export function HistoryList({ history, zone }: { history: WorksDetail['history']; zone: string }) {
  const t = useTranslations('operator.history')
  return (
    <ol className="space-y-2">
      {history.map(({ at, actor, action }) => {
        const known = KNOWN.find((name) => `works.${name}` === action)
        return (
          <li key={`${at}:${action}`}>
            <strong className="font-semibold">{known ? t(known) : action}</strong>
            <span className="text-ink-soft">
              {' – '}
              <Instant at={at} zone={zone} />, {actor}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
