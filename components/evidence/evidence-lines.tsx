import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { evidencePath } from '@/lib/notices/evidence/evidence-page-query'
import type { EvidencePage, EvidencePageQuery } from '@/lib/notices/evidence/find-evidence-page'
import { EvidenceFilter } from './evidence-filter'
import { EvidenceTable } from './evidence-table'

export interface EvidenceLinesProps {
  reference: string
  query: EvidencePageQuery
  page: EvidencePage
  zone: string
}

function nothingFound({ after, onlyNotReached }: EvidencePageQuery): 'none_more' | 'none_not_reached' | 'none' {
  if (after > 0) return 'none_more'
  return onlyNotReached ? 'none_not_reached' : 'none'
}

/** One page of the evidence, point by point, with ways to the next and the first. */
export function EvidenceLines({ reference, query, page, zone }: EvidenceLinesProps) {
  const t = useTranslations('evidence')
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <h2 className="text-xl">{t('lines')}</h2>
        <EvidenceFilter reference={reference} onlyNotReached={query.onlyNotReached} />
      </div>
      {page.rows.length > 0 ? <EvidenceTable rows={page.rows} zone={zone} /> : <p className="text-ink-soft">{t(nothingFound(query))}</p>}
      <p className="text-[0.94rem] text-ink-soft">{t('lines_hint')}</p>
      <nav aria-label={t('lines')} className="flex flex-wrap justify-center gap-3">
        {query.after > 0 && (
          <LinkButton variant="secondary" href={evidencePath(reference, { ...query, after: 0 })}>
            {t('first')}
          </LinkButton>
        )}
        {page.next !== null && (
          <LinkButton variant="secondary" href={evidencePath(reference, { ...query, after: page.next })}>
            {t('next')}
          </LinkButton>
        )}
      </nav>
    </div>
  )
}
