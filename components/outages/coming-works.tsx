import { CalendarCheck2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SiteTextLink } from '@/components/site/site-text-link'
import { EmptyState } from '@/components/ui/empty-state'
import type { Telling } from '@/lib/utility/telling'
import type { PublicWorks } from '@/lib/works/works'
import { WorksCard } from './works-card'

export interface ComingWorksProps {
  /** The next ones, out of `total`. */
  works: readonly PublicWorks[]
  total: number
  telling: Telling
}

/** The next works, and the way to all of them. */
export function ComingWorks({ works, total, telling }: ComingWorksProps) {
  const t = useTranslations('home')
  return (
    <section aria-labelledby="coming" className="space-y-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="coming" className="text-2xl sm:text-3xl">
          {t('coming')}
        </h2>
        {total > 0 && (
          <SiteTextLink href="/works" className="inline-flex min-h-11 items-center">
            {t('all_works', { count: total })}
          </SiteTextLink>
        )}
      </div>
      {works.length === 0 ? (
        <EmptyState Icon={CalendarCheck2} title={t('nothing_coming')}>
          {t('nothing_coming_text')}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
          {works.map((one) => (
            <WorksCard key={one.reference} works={one} telling={telling} />
          ))}
        </ul>
      )}
    </section>
  )
}
