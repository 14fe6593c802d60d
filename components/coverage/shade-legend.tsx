import { useTranslations } from 'next-intl'
import { SHADES, shadeRange } from './shades'

/** What the colours of the squares mean. */
export function ShadeLegend() {
  const t = useTranslations('coverage.map')
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <span className="font-semibold">{t('legend')}</span>
        {SHADES.map(({ below, colour }, index) => (
          <span key={below} className="inline-flex items-center gap-2 tabular-nums">
            <svg aria-hidden="true" width="20" height="20" className="rounded border border-line-strong">
              <rect width="20" height="20" fill={colour} fillOpacity="0.7" />
            </svg>
            {shadeRange(index)} %
          </span>
        ))}
      </p>
      <p className="text-[0.94rem] text-ink-soft">{t('legend_hint')}</p>
    </div>
  )
}
