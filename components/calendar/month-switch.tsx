import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Temporal } from 'temporal-polyfill'
import { LinkButton } from '@/components/ui/link-button'

/** Leads to the month before and after ("2026-12"), with the filter that is set. */
export function MonthSwitch({ month, kept }: { month: string; kept: URLSearchParams }) {
  const t = useTranslations('operator.calendar')
  const shown = Temporal.PlainYearMonth.from(month)
  const hrefOf = (other: Temporal.PlainYearMonth) => `/operator/calendar?${new URLSearchParams([...kept, ['month', other.toString()]])}`
  return (
    <nav aria-label={t('months')} className="flex gap-2">
      <LinkButton variant="secondary" href={hrefOf(shown.subtract({ months: 1 }))} aria-label={t('previous')}>
        <ChevronLeft aria-hidden="true" className="size-5" />
      </LinkButton>
      <LinkButton variant="secondary" href={`/operator/calendar?${kept}`}>
        {t('today')}
      </LinkButton>
      <LinkButton variant="secondary" href={hrefOf(shown.add({ months: 1 }))} aria-label={t('next')}>
        <ChevronRight aria-hidden="true" className="size-5" />
      </LinkButton>
    </nav>
  )
}
