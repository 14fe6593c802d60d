import { CalendarCheck2, Rss } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { AreaMap } from '@/components/map/area-map'
import { SitePagination } from '@/components/site/site-pagination'
import { SiteTextLink } from '@/components/site/site-text-link'
import { EmptyState } from '@/components/ui/empty-state'
import type { Telling } from '@/lib/utility/telling'
import { comingFeedHref, comingHref, PAGE } from '@/lib/works/coming/coming-filter'
import type { ComingView } from '@/lib/works/coming/get-coming-view-or-null'
import { WorksCard } from './works-card'

export interface ComingListProps {
  view: ComingView
  telling: Telling
  token: string | undefined
}

/** The works that fit the filter, numbered, and a map on demand that bears the same numbers. */
export function ComingList({ view: { works, total, filter }, telling, token }: ComingListProps) {
  const t = useTranslations('works_list')
  const locale = useLocale()
  const first = (filter.page - 1) * PAGE + 1
  if (works.length === 0) {
    return (
      <EmptyState
        Icon={CalendarCheck2}
        title={<h2 className="text-xl">{t('none')}</h2>}
        action={
          <SiteTextLink
            href={filter.service || filter.municipality || filter.page > 1 ? '/works' : '/'}
            className="inline-flex min-h-11 items-center"
          >
            {filter.service || filter.municipality || filter.page > 1 ? t('all') : t('search')}
          </SiteTextLink>
        }
      >
        {t('none_text')}
      </EmptyState>
    )
  }
  const numbered = works.map(({ area, title, reference }, index) => ({
    ...{ area, number: first + index, label: title },
    href: `/${locale}/works/${reference}`,
  }))
  return (
    <>
      <section aria-labelledby="found" className="space-y-4">
        <h2 id="found" className="text-2xl">
          {t('found', { count: total })}
        </h2>
        <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
          {works.map((one, index) => (
            <WorksCard key={one.reference} works={one} telling={telling} number={first + index} />
          ))}
        </ul>
        <SitePagination page={filter.page} pageSize={PAGE} total={total} hrefOf={(page) => comingHref(filter, page)} />
      </section>
      <AreaMap numbered={numbered} label={t('map')} token={token} className="print:hidden" />
      <p className="print:hidden">
        <a
          href={comingFeedHref(filter, locale)}
          type="application/atom+xml"
          className="inline-flex min-h-11 items-center gap-2.5 font-medium text-brand underline decoration-1 underline-offset-4 hover:decoration-2"
        >
          <Rss aria-hidden="true" className="size-5 shrink-0" />
          {t('follow')}
        </a>
      </p>
    </>
  )
}
