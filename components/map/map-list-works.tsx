import { useTranslations } from 'next-intl'
import { Instant } from '@/components/works/instant'
import { WorksStatePill } from '@/components/works/works-state-pill'
import type { ItemInput, ViewCount, ViewWorks } from '@/lib/geo/map-view/map-view'

export interface MapListWorksProps {
  works: ViewCount<ViewWorks>
  zone: string
  onSelect: (item: ItemInput) => void
}

/** Works that run or come in what the map shows, those under way first. */
export function MapListWorks({ works, zone, onSelect }: MapListWorksProps) {
  const t = useTranslations('map.view')
  return (
    <section aria-labelledby="map-works">
      <h3 id="map-works" className="font-bold">
        {t('works', { count: works.count, more: works.isMore ? 'yes' : 'no' })}
      </h3>
      <ul>
        {works.items.map(({ reference, title, service, state, startsAt }) => (
          <li key={reference} className="border-b border-line last:border-b-0">
            <button
              type="button"
              className="flex min-h-11 w-full flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2 text-left hover:bg-sunken"
              onClick={() => onSelect({ layer: 'works', service, code: reference })}
            >
              <span className="min-w-0">
                <span className="block font-semibold">{title}</span>
                <span className="block text-[0.94rem] text-ink-soft">
                  {reference}
                  {startsAt && (
                    <>
                      {' · '}
                      <Instant at={startsAt} zone={zone} short />
                    </>
                  )}
                </span>
              </span>
              <WorksStatePill state={state} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
