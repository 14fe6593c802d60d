import { useTranslations } from 'next-intl'
import type { Telling } from '@/lib/utility/telling'
import type { PublicWorks } from '@/lib/works/works'
import type { WorksOutages } from './group-outages'
import { WorksAtAddress } from './works-at-address'

export interface OutageListProps {
  groups: readonly WorksOutages[]
  works: readonly PublicWorks[]
  /** ISO instant. */
  asOf: string
  telling: Telling
}

/** Everything that interrupts supply at one address. */
export function OutageList({ groups, works, asOf, telling }: OutageListProps) {
  const t = useTranslations('outage')
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="outages" className="space-y-4">
      <h2 id="outages" className="text-2xl">
        {t('list')}
      </h2>
      {groups.map((group) => (
        <WorksAtAddress
          key={group.reference}
          group={group}
          works={works.find(({ reference }) => reference === group.reference)}
          asOf={asOf}
          telling={telling}
        />
      ))}
    </section>
  )
}
