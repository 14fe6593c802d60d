import { useLocale, useTranslations } from 'next-intl'
import { COVERAGE_FIGURES, type CoverageDay } from '@/lib/coverage/coverage'
import { FORMATS } from '@/lib/i18n/date-formats'
import { FRAME, plot, topOf } from './plot'

/** Lines differ by their strokes, not only by their colours. */
const LINES = {
  withAny: { dash: undefined, width: 4, colour: 'var(--brand)' },
  withSms: { dash: '9 5', width: 2.5, colour: 'var(--coming-edge)' },
  withEmail: { dash: '2 4', width: 3, colour: 'var(--unknown-edge)' },
  withChat: { dash: '12 4 2 4', width: 2.5, colour: 'var(--clear-edge)' },
} as const

const STEPS = [0, 0.5, 1] as const

/** Shares of accounts by day as four lines, drawn on the server. */
export function HistoryChart({ days }: { days: readonly CoverageDay[] }) {
  const t = useTranslations('coverage')
  const locale = useLocale()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const date = new Intl.DateTimeFormat(FORMATS[locale], { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const top = topOf(days)
  const shareOn = ({ withAny, accounts }: CoverageDay) => percent.format(accounts > 0 ? withAny / accounts : 0)
  const said = { from: shareOn(first), first: date.format(new Date(first.day)), to: shareOn(last), last: date.format(new Date(last.day)) }
  const yOf = (step: number) => FRAME.top + (1 - step) * (FRAME.height - FRAME.top - FRAME.bottom)
  return (
    <figure className="space-y-3 rounded-card border border-line bg-surface p-4 sm:p-6">
      <svg viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label={t('days.chart', said)} className="h-auto w-full">
        {STEPS.map((step) => (
          <g key={step}>
            <line x1={FRAME.left} x2={FRAME.width - FRAME.right} y1={yOf(step)} y2={yOf(step)} stroke="var(--line)" strokeWidth="1.5" />
            <text x={FRAME.left - 8} y={yOf(step) + 5} textAnchor="end" fontSize="15" fill="var(--ink-soft)">
              {percent.format(step * top)}
            </text>
          </g>
        ))}
        <text x={FRAME.left} y={FRAME.height - 8} fontSize="15" fill="var(--ink-soft)">
          {said.first}
        </text>
        <text x={FRAME.width - FRAME.right} y={FRAME.height - 8} textAnchor="end" fontSize="15" fill="var(--ink-soft)">
          {said.last}
        </text>
        {COVERAGE_FIGURES.map((figure) => (
          <polyline
            key={figure}
            points={plot(days, figure, top)
              .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
              .join(' ')}
            fill="none"
            stroke={LINES[figure].colour}
            strokeWidth={LINES[figure].width}
            strokeDasharray={LINES[figure].dash}
            strokeLinejoin="round"
          />
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-6 gap-y-1">
        {COVERAGE_FIGURES.map((figure) => (
          <span key={figure} className="inline-flex items-center gap-2">
            <svg aria-hidden="true" width="44" height="8">
              <line
                x1="0"
                x2="44"
                y1="4"
                y2="4"
                stroke={LINES[figure].colour}
                strokeWidth={LINES[figure].width}
                strokeDasharray={LINES[figure].dash}
              />
            </svg>
            {t(`figure.${figure}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
