import { useTranslations } from 'next-intl'
import { LinkButton } from './link-button'

export interface PaginationProps {
  /** From 1. */
  page: number
  pageSize: number
  total: number
  /** Leads to a page, without the language. */
  hrefOf: (page: number) => string
}

/** Which rows of how many are shown, and the way to those before and after. Nothing where all fit. */
export function Pagination({ page, pageSize, total, hrefOf }: PaginationProps) {
  const t = useTranslations('pagination')
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-ink-soft tabular-nums">
        {t('shown', { from: (page - 1) * pageSize + 1, to: Math.min(total, page * pageSize), total })}
      </p>
      <div className="flex gap-2">
        {page > 1 && (
          <LinkButton variant="secondary" href={hrefOf(page - 1)}>
            {t('previous')}
          </LinkButton>
        )}
        {page < last && (
          <LinkButton variant="secondary" href={hrefOf(page + 1)}>
            {t('next')}
          </LinkButton>
        )}
      </div>
    </nav>
  )
}
