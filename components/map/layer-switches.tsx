'use client'

import { Layers } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Service } from '@/lib/db/generated/enums'
import { LayerSwatch } from './layer-swatch'
import { LAYER_GROUPS, type LayerGroup, showLayers, showService } from './map-layers'
import type { MapView } from './map-library'

const GROUPS = Object.keys(LAYER_GROUPS) as LayerGroup[]

/** Legend and switches in one: what each sign means, and whether it is drawn. */
export function LayerSwitches({ map, service }: { map: MapView; service: Service }) {
  const t = useTranslations('map')
  const [hidden, setHidden] = useState<readonly LayerGroup[]>([])
  useEffect(() => showService(map, service), [map, service])
  useEffect(() => {
    for (const group of GROUPS) showLayers(map, group, !hidden.includes(group))
  }, [map, hidden])
  const toggle = (group: LayerGroup) =>
    setHidden((before) => (before.includes(group) ? before.filter((other) => other !== group) : [...before, group]))
  return (
    <details className="absolute right-12 bottom-2.5 z-10 max-w-64 rounded-control border border-line bg-surface text-[0.94rem] shadow-card sm:right-2.5">
      <summary className="flex min-h-11 list-none items-center gap-2 px-3 font-semibold [&::-webkit-details-marker]:hidden">
        <Layers aria-hidden="true" className="size-5" />
        {t('layers')}
      </summary>
      <ul className="px-3 pb-2">
        {GROUPS.map((group) => (
          <li key={group}>
            <label className="flex min-h-11 items-center gap-2.5">
              <input type="checkbox" className="size-5 accent-brand" checked={!hidden.includes(group)} onChange={() => toggle(group)} />
              <LayerSwatch group={group} service={service} />
              {t(`layer.${group}`)}
            </label>
          </li>
        ))}
      </ul>
      <p className="border-t border-line px-3 py-2 text-ink-soft">{t('layers_hint')}</p>
    </details>
  )
}
