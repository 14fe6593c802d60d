'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import { useSettled } from '@/components/works/use-settled'
import type { Service } from '@/lib/db/generated/enums'
import type { ItemInput, MapViewList } from '@/lib/geo/map-view/map-view'
import type { Bounds } from './bounds'
import type { MapActions } from './map-actions'
import { MapListItems } from './map-list-items'
import { MapListWorks } from './map-list-works'

/** Milliseconds that the map stands still before the list is asked for. */
const PAUSE = 350

export interface MapListProps {
  listMapView: MapActions['listMapView']
  bounds: Bounds
  service: Service | null
  zone: string
  onSelect: (item: ItemInput) => void
}

function Found({ list, zone, onSelect }: { list: MapViewList; zone: string; onSelect: (item: ItemInput) => void }) {
  const t = useTranslations('map.view')
  const { points, units, isEstimate } = list.servicePoints
  return (
    <div className="space-y-3">
      {list.places.length > 0 && <p className="text-ink-soft">{t('places', { names: list.places.join(', ') })}</p>}
      <p>{t(isEstimate ? 'points_estimate' : 'points', { points, units })}</p>
      <MapListWorks works={list.works} zone={zone} onSelect={onSelect} />
      <MapListItems layer="devices" found={list.devices} onSelect={onSelect} />
      <MapListItems layer="links" found={list.links} onSelect={onSelect} />
    </div>
  )
}

/** What the map shows just now, in words; asked anew when the map comes to rest. */
export function MapList({ listMapView, bounds, service, zone, onSelect }: MapListProps) {
  const t = useTranslations('map.view')
  const view = useSettled({ bounds, service }, PAUSE)
  const list = useQuery({ queryKey: ['map-view', view], queryFn: () => listMapView(view), placeholderData: keepPreviousData })
  const found = list.data?.ok ? list.data.value : null
  const failure = list.data?.ok === false ? list.data.error.message : list.isError ? t('list_failed') : null
  return (
    <section aria-labelledby="map-list" aria-busy={list.isFetching}>
      <h2 id="map-list" className="flex items-center gap-2 py-3 text-xl font-bold">
        {t('list')}
        {list.isFetching && <Spinner />}
      </h2>
      <p role="status" className="sr-only">
        {found &&
          !list.isFetching &&
          t('summary', {
            works: found.works.count,
            devices: found.devices.count,
            links: found.links.count,
            points: found.servicePoints.points,
          })}
      </p>
      {failure && (
        <Alert tone="unknown" title={failure} role="alert">
          <Button variant="secondary" onClick={() => list.refetch()}>
            {t('again')}
          </Button>
        </Alert>
      )}
      {found && <Found list={found} zone={zone} onSelect={onSelect} />}
    </section>
  )
}
