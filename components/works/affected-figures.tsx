import { useLocale, useTranslations } from 'next-intl'
import type { AffectedCounts } from '@/lib/works/works'

const FIGURES = ['servicePoints', 'units', 'accounts', 'contacts'] as const

/** Whom works hit, in four numbers. */
export function AffectedFigures({ counts, className = 'grid-cols-2 sm:grid-cols-4' }: { counts: AffectedCounts; className?: string }) {
  const t = useTranslations('operator.figures')
  const locale = useLocale()
  return (
    <dl className={`grid gap-x-6 gap-y-2 ${className}`}>
      {FIGURES.map((figure) => (
        <div key={figure} className="flex flex-col-reverse justify-end">
          <dt className="text-[0.94rem] text-ink-soft">{t(figure)}</dt>
          <dd className="text-2xl font-bold tabular-nums">{counts[figure].toLocaleString(locale)}</dd>
        </div>
      ))}
    </dl>
  )
}
