import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Telling } from '@/lib/utility/telling'
import type { PublicWorks } from '@/lib/works/works'
import { WorksCard } from './works-card'

/** All works that run or are to come. */
export function ComingWorks({ works, telling }: { works: PublicWorks[]; telling: Telling }) {
  const t = useTranslations('home')
  return (
    <section aria-labelledby="coming" className="space-y-5">
      <h2 id="coming" className="text-2xl sm:text-3xl">
        {t('coming')}
      </h2>
      {works.length === 0 ? (
        <EmptyState Icon={CircleCheck} title={t('nothing_coming')}>
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
