'use client'

import { Layers } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { Service } from '@/lib/db/generated/enums'
import { LayerSwatch } from './layer-swatch'
import { LAYER_GROUPS, type LayerGroup, showLayers, showService } from './map-layers'
import type { MapView } from './map-library'
import { ServiceLines } from './service-lines'
import { useHiddenLayers } from './use-hidden-layers'

const GROUPS = Object.keys(LAYER_GROUPS) as LayerGroup[]

/** Legend and switches in one: what each sign means, and whether it is drawn. Draws the network of `service`, or of all where it is null. */
export function LayerSwitches({ map, service }: { map: MapView; service: Service | null }) {
  const t = useTranslations('map')
  const [hidden, toggle] = useHiddenLayers()
  useEffect(() => showService(map, service), [map, service])
  useEffect(() => {
    for (const group of GROUPS) showLayers(map, group, !hidden.includes(group))
  }, [map, hidden])
  return (
    <details className="absolute right-12 bottom-2.5 z-10 max-h-[calc(100%-1.25rem)] max-w-72 overflow-y-auto rounded-control border border-line bg-surface text-[0.94rem] shadow-card sm:right-2.5">
      <summary className="flex min-h-11 list-none items-center gap-2 px-3 font-semibold [&::-webkit-details-marker]:hidden">
        <Layers aria-hidden="true" className="size-5" />
        {t('layers')}
      </summary>
      <ul className="px-3 pb-2">
        {GROUPS.map((group) => (
          <li key={group}>
            <label className="flex min-h-11 items-center gap-2.5">
              <input
                type="checkbox"
                className="size-5 shrink-0 accent-brand"
                checked={!hidden.includes(group)}
                onChange={() => toggle(group)}
              />
              <LayerSwatch group={group} service={service} />
              {t(`layer.${group}`)}
            </label>
          </li>
        ))}
      </ul>
      {service === null && <ServiceLines />}
      <p className="border-t border-line px-3 py-2 text-ink-soft">{t('layers_hint')}</p>
    </details>
  )
}
