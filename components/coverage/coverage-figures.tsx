import { useLocale, useTranslations } from 'next-intl'
import { COVERAGE_FIGURES, type CoverageCounts } from '@/lib/coverage/coverage'
import { Share } from './share'

/** The four shares at a glance. */
export function CoverageFigures({ counts }: { counts: CoverageCounts }) {
  const t = useTranslations('coverage.figure')
  const locale = useLocale()
  return (
    <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {COVERAGE_FIGURES.map((figure) => (
        <div key={figure} className="rounded-card border border-line bg-surface p-5">
          <dt className="font-semibold text-ink-soft">{t(figure)}</dt>
          <dd className="text-3xl font-bold tabular-nums">
            <Share part={counts[figure]} whole={counts.accounts} />
          </dd>
          <dd className="text-ink-soft tabular-nums">
            {t('of', { count: counts[figure].toLocaleString(locale), accounts: counts.accounts.toLocaleString(locale) })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
