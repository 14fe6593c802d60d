import { useLocale, useTranslations } from 'next-intl'
import type { MessageState } from '@/lib/db/generated/enums'
import { FORMATS } from '@/lib/i18n/date-formats'
import type { NoticeDelivery } from '@/lib/notices/get-deliveries'

/** "1,204 delivered, 3 failed": only the states that some message is in, and how many stand in for others. */
export function MessageCounts({ counts, standIns }: Pick<NoticeDelivery, 'counts' | 'standIns'>) {
  const t = useTranslations('operator')
  const locale = useLocale()
  const present = (Object.entries(counts) as Array<[MessageState, number]>).filter(([, count]) => count > 0)
  const replacing = Object.values(standIns).reduce((total, count) => total + count, 0)
  if (present.length === 0) return <>–</>
  return (
    <ul>
      {present.map(([state, count]) => (
        <li key={state}>
          <strong className="tabular-nums">{count.toLocaleString(FORMATS[locale])}</strong> {t(`messages.${state}`)}
        </li>
      ))}
      {replacing > 0 && <li className="text-[0.94rem] text-ink-soft">{t('notices.stand_ins', { count: replacing })}</li>}
    </ul>
  )
}
