'use client'

import type { MultiPolygon, Polygon } from 'geojson'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { Service } from '@/lib/db/generated/enums'
import { type Bounds, boundsAround } from './bounds'
import { DrawToolbar } from './draw-toolbar'
import { LayerSwitches } from './layer-switches'
import { MapCanvas } from './map-canvas'
import { MapNote } from './map-note'
import { mapWords } from './map-words'
import { showArea } from './show-area'
import { useColourScheme } from './use-colour-scheme'
import { useDrawing } from './use-drawing'
import { useMap } from './use-map'

export interface DrawMapProps {
  bounds: Bounds
  service: Service
  /** An area that came from elsewhere: shown beside what is drawn. */
  given: MultiPolygon | null
  onDraw: (polygons: Polygon[]) => void
  token?: string
}

/** A map to draw an area on. */
export function DrawMap({ bounds, service, given, onDraw, token }: DrawMapProps) {
  const t = useTranslations('map')
  const container = useRef<HTMLDivElement>(null)
  const scheme = useColourScheme()
  const state = useMap(container, { token, bounds, words: mapWords(t), staff: true, cooperative: false })
  const drawing = useDrawing(state, scheme, onDraw)
  useEffect(() => {
    if (state.status !== 'ready') return
    showArea(state.map, given, scheme)
    const around = boundsAround(given, null)
    if (around) state.map.fitBounds(around, { padding: 48, maxZoom: 17 })
  }, [state, given, scheme])
  return (
    <section aria-label={t('draw.label')} className="flex h-full flex-col overflow-hidden rounded-card border border-line bg-sunken">
      <DrawToolbar drawing={drawing} />
      <div className="relative flex-1">
        <MapCanvas container={container} />
        {state.status === 'ready' && <LayerSwitches map={state.map} service={service} />}
        {state.status === 'loading' && <MapNote busy>{t('loading')}</MapNote>}
        {state.status === 'failed' && <MapNote>{t('draw.failed')}</MapNote>}
      </div>
    </section>
  )
}
