import { useLocale, useTranslations } from 'next-intl'
import { FORMATS } from '@/lib/i18n/date-formats'
import { type EvidenceSummary, pointFigures } from '@/lib/notices/evidence/evidence'

/** How many service points were told in time, late, or not: in numbers that come to the first. */
export function PointFigures({ summary }: { summary: EvidenceSummary }) {
  const t = useTranslations('evidence')
  const locale = useLocale()
  const { nobody } = summary.points
  return (
    <div className="space-y-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        {pointFigures(summary).map(({ figure, count }) => (
          <div key={figure} className="flex flex-col-reverse justify-end">
            <dt className="text-[0.94rem] text-ink-soft">{t(`points.${figure}`)}</dt>
            <dd className="text-2xl font-bold tabular-nums">{count.toLocaleString(FORMATS[locale])}</dd>
          </div>
        ))}
      </dl>
      {nobody > 0 && <p className="max-w-prose">{t('nobody_text', { count: nobody })}</p>}
    </div>
  )
}
