import { useTranslations } from 'next-intl'
import type { PaginationProps } from '@/components/ui/pagination'
import { SiteButtonLink } from './site-button-link'

/** As Pagination, for public pages. Nothing where all fit. */
export function SitePagination({ page, pageSize, total, hrefOf }: PaginationProps) {
  const t = useTranslations('pagination')
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center justify-between gap-3 print:hidden">
      <p className="text-ink-soft tabular-nums">
        {t('shown', { from: (page - 1) * pageSize + 1, to: Math.min(total, page * pageSize), total })}
      </p>
      <div className="flex gap-2">
        {page > 1 && (
          <SiteButtonLink variant="secondary" href={hrefOf(page - 1)} rel="prev">
            {t('previous')}
          </SiteButtonLink>
        )}
        {page < last && (
          <SiteButtonLink variant="secondary" href={hrefOf(page + 1)} rel="next">
            {t('next')}
          </SiteButtonLink>
        )}
      </div>
    </nav>
  )
}
