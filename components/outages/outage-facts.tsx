import { useLocale, useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import type { Telling } from '@/lib/utility/telling'
import type { Outage, PublicWorks } from '@/lib/works/works'

export interface OutageFactsProps {
  outage: Outage
  works: PublicWorks | undefined
  telling: Telling
}

/** Why supply is interrupted, and what to do about it. */
export function OutageFacts({ outage, works, telling }: OutageFactsProps) {
  const t = useTranslations('outage')
  const advice = useTranslations('notice.advice')
  const kind = works?.workType?.[useLocale()]
  return (
    <DescriptionList
      items={[
        {
          term: t('advice'),
          details: (
            <>
              {outage.advice && (
                <span lang={telling.language} className="block font-medium">
                  {outage.advice}
                </span>
              )}
              {advice(outage.service)}
            </>
          ),
        },
        kind || outage.reason
          ? {
              term: t('why'),
              details: (
                <>
                  {kind && <span className="block">{kind}</span>}
                  {outage.reason && <span lang={telling.language}>{outage.reason}</span>}
                </>
              ),
            }
          : null,
        works?.contact ? { term: t('contact'), details: <span lang={telling.language}>{works.contact}</span> } : null,
      ]}
    />
  )
}
