import { BellOff, BellRing } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PlannedNotice } from '@/lib/works/works'
import { Instant } from './instant'
import { SkipReason } from './skip-reason'

/** The notices that publishing now would plan, and those for which it is too late. */
export function NoticeList({ notices, zone }: { notices: readonly PlannedNotice[]; zone: string }) {
  const t = useTranslations('operator.notices')
  const kind = useTranslations('notice.kind')
  if (notices.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ol className="space-y-1 text-[0.94rem]">
      {notices.map((notice) => {
        const Icon = notice.skipReason ? BellOff : BellRing
        return (
          <li key={`${notice.kind}:${notice.dueAt}`} className={`flex gap-2.5 ${notice.skipReason ? 'text-ink-soft' : ''}`}>
            <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
            <span>
              <strong className="font-semibold">{kind(notice.kind)}</strong>: <Instant at={notice.dueAt} zone={zone} short />
              {notice.skipReason && (
                <>
                  {' – '}
                  <SkipReason reason={notice.skipReason} />
                </>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
