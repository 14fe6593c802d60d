import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { FORMATS } from '@/lib/i18n/date-formats'
import type { NoticeDelivery } from '@/lib/notices/get-deliveries'
import { countOnTheirWay } from '@/lib/notices/reconciliation'

/** How far a notice that is being sent has come. */
export function NoticeProgress({ audience, counts }: Pick<NoticeDelivery, 'audience' | 'counts'>) {
  const t = useTranslations('operator.notices')
  const locale = useLocale()
  const label = useId()
  const total = audience ?? 0
  const done = Math.max(0, total - countOnTheirWay(counts))
  const format = (count: number) => count.toLocaleString(FORMATS[locale])
  return (
    <span className="mt-2 block min-w-36">
      <progress aria-labelledby={label} max={Math.max(total, 1)} value={done} className="block h-2 w-full accent-brand" />
      <span id={label} className="text-[0.94rem] text-ink-soft">
        {t('progress', { done: format(done), total: format(total) })}
      </span>
    </span>
  )
}
