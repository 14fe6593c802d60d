'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Service } from '@/lib/db/generated/enums'
import type { ItemInput } from '@/lib/geo/map-view/map-view'
import type { Bounds } from './bounds'
import { flyToBounds } from './fly-to-bounds'
import { LayerSwitches } from './layer-switches'
import type { MapActions } from './map-actions'
import { MapCanvas } from './map-canvas'
import { MapItemCard } from './map-item-card'
import { showWorksOf } from './map-layers'
import { MapList } from './map-list'
import { MapNote } from './map-note'
import { MapSearch } from './map-search'
import { mapWords } from './map-words'
import { ServiceChoice } from './service-choice'
import { CLICKABLE_LAYERS, useFeatureClicks } from './use-feature-clicks'
import { useMap } from './use-map'
import { type Selection, useSelectedItem } from './use-selected-item'
import { useTileFailure } from './use-tile-failure'
import { useViewBounds } from './use-view-bounds'

export interface OperatorMapProps {
  actions: MapActions
  services: readonly Service[]
  bounds: Bounds
  /** IANA zone of the times that are shown. */
  zone: string
  token: string | undefined
}

const NOTHING: Selection = { item: null, isOnMap: false }

/** Degrees around a point, where there is no map to keep its distance. */
const AROUND = 0.001

function widen([west, south, east, north]: Bounds): Bounds {
  return [west - AROUND, south - AROUND, east + AROUND, north + AROUND]
}

/** The whole network on a map, and beside it the same as a list: for those who do not see the map, and where none can be drawn. */
export function OperatorMap({ actions, services, bounds, zone, token }: OperatorMapProps) {
  const t = useTranslations('map')
  const container = useRef<HTMLDivElement>(null)
  const [service, setService] = useState<Service | null>(services.length === 1 ? (services[0] ?? null) : null)
  const [selection, setSelection] = useState(NOTHING)
  const state = useMap(container, { token, bounds, words: mapWords(t), staff: true, cooperative: false })
  const [view, setView] = useViewBounds(state, bounds)
  const loadAgain = useTileFailure(state)
  const goTo = (place: Bounds) => (state.status === 'ready' ? flyToBounds(state.map, place) : setView(widen(place)))
  const item = useSelectedItem(state, actions.getMapItem, selection, goTo)
  const select = (chosen: ItemInput) => setSelection({ item: chosen, isOnMap: false })
  useFeatureClicks(state, CLICKABLE_LAYERS, (feature) => {
    setSelection({ item: feature ? { layer: feature.layer, service: feature.service, code: feature.code } : null, isOnMap: true })
  })
  useEffect(() => {
    if (state.status === 'ready') showWorksOf(state.map, service)
  }, [state, service])
  const { item: selected } = selection
  return (
    <div className="grid flex-1 lg:h-[calc(100dvh-4.3125rem)] lg:flex-none lg:grid-cols-[25rem_minmax(0,1fr)] lg:grid-rows-[auto_minmax(0,1fr)]">
      <div className="space-y-3 border-line px-4 py-4 lg:border-r">
        <h1 className="text-2xl font-bold">{t('view.title')}</h1>
        <MapSearch actions={actions} onPlace={goTo} onItem={select} />
        <ServiceChoice services={services} service={service} onChoose={setService} />
      </div>
      <section
        aria-label={t('view.map')}
        className="relative h-[60dvh] overflow-hidden border-y border-line bg-sunken lg:row-span-2 lg:h-auto lg:border-y-0"
      >
        <MapCanvas container={container} />
        {state.status === 'ready' && <LayerSwitches map={state.map} service={service} />}
        {state.status === 'loading' && <MapNote busy>{t('loading')}</MapNote>}
        {state.status === 'failed' && <MapNote>{t('view.failed')}</MapNote>}
        {loadAgain && (
          <MapNote atTop>
            {t('view.tiles_failed')}
            <Button variant="secondary" onClick={loadAgain}>
              {t('view.again')}
            </Button>
          </MapNote>
        )}
      </section>
      <div className="min-h-0 border-line px-4 pb-6 lg:overflow-y-auto lg:border-r">
        {selected && (
          <MapItemCard
            key={`${selected.layer} ${selected.service} ${selected.code}`}
            item={item}
            zone={zone}
            onShow={goTo}
            onClose={() => setSelection(NOTHING)}
          />
        )}
        <MapList listMapView={actions.listMapView} bounds={view} service={service} zone={zone} onSelect={select} />
      </div>
    </div>
  )
}
