import { useLocale, useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import type { Telling } from '@/lib/utility/telling'
import type { PublicWorks } from '@/lib/works/works'

function StreetColumns({ streets }: { streets: readonly string[] }) {
  return (
    <ul className="gap-x-6 sm:columns-2">
      {streets.map((street) => (
        <li key={street}>{street}</li>
      ))}
    </ul>
  )
}

/** Why, where, and what to do. */
export function WorksFacts({ works, telling }: { works: PublicWorks; telling: Telling }) {
  const t = useTranslations('outage')
  const advice = useTranslations('notice.advice')
  const locale = useLocale()
  const kind = works.workType?.[locale]
  return (
    <DescriptionList
      items={[
        kind || works.reason
          ? {
              term: t('why'),
              details: (
                <>
                  {kind && <span className="block">{kind}</span>}
                  {works.reason && <span lang={telling.language}>{works.reason}</span>}
                </>
              ),
            }
          : null,
        works.streets.length > 0 ? { term: t('where'), details: <StreetColumns streets={works.streets} /> } : null,
        works.state === 'cancelled'
          ? null
          : {
              term: t('advice'),
              details: (
                <>
                  {works.advice && (
                    <span lang={telling.language} className="block font-medium">
                      {works.advice}
                    </span>
                  )}
                  {advice(works.service)}
                </>
              ),
            },
        works.contact ? { term: t('contact'), details: <span lang={telling.language}>{works.contact}</span> } : null,
        { term: t('reference'), details: works.reference },
      ]}
    />
  )
}
