'use client'

import { Crosshair } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { Bounds } from '@/components/map/bounds'
import { MapCanvas } from '@/components/map/map-canvas'
import type { MapClick } from '@/components/map/map-library'
import { MapNote } from '@/components/map/map-note'
import { mapWords } from '@/components/map/map-words'
import { PALETTES } from '@/components/map/palette'
import { useColourScheme } from '@/components/map/use-colour-scheme'
import { useMap } from '@/components/map/use-map'
import { Button } from '@/components/ui/button'
import type { EditorSupplyPlace } from './editor-draft'

export interface SupplyMapProps {
  places: readonly EditorSupplyPlace[]
  bounds: Bounds
  token?: string | undefined
  onPlace: (at: [number, number]) => void
  onMove: (key: number, at: [number, number]) => void
}

/** A map to click supply places on, and to drag them about; with the keyboard, the arrows move the map and a button takes its middle. */
export function SupplyMap({ places, bounds, token, onPlace, onMove }: SupplyMapProps) {
  const t = useTranslations('map')
  const words = useTranslations('operator.editor.supply')
  const container = useRef<HTMLDivElement>(null)
  const scheme = useColourScheme()
  const state = useMap(container, { token, bounds, words: mapWords(t), staff: true, cooperative: false })
  const place = useEffectEvent((click: Pick<MapClick, 'lngLat'>) => onPlace([click.lngLat.lng, click.lngLat.lat]))
  const move = useEffectEvent(onMove)
  useEffect(() => {
    if (state.status !== 'ready') return
    const { map } = state
    const onClick = (click: MapClick) => place(click)
    map.on('click', onClick)
    return () => {
      map.off('click', onClick)
    }
  }, [state])
  useEffect(() => {
    if (state.status !== 'ready') return
    const { map, library } = state
    const markers = places.map(({ key, at }) => {
      const marker = new library.Marker({ color: PALETTES[scheme].drawing, draggable: true }).setLngLat(at).addTo(map)
      marker.on('dragend', () => move(key, [marker.getLngLat().lng, marker.getLngLat().lat]))
      return marker
    })
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [state, places, scheme])
  const takeMiddle = () => {
    if (state.status === 'ready') place({ lngLat: state.map.getCenter() } as Pick<MapClick, 'lngLat'>)
  }
  return (
    <section aria-label={words('map')} className="space-y-2">
      <div className="relative h-80 overflow-hidden rounded-card border border-line bg-sunken">
        <MapCanvas container={container} />
        {state.status === 'loading' && <MapNote busy>{t('loading')}</MapNote>}
        {state.status === 'failed' && <MapNote>{words('map_failed')}</MapNote>}
      </div>
      <Button variant="secondary" disabled={state.status !== 'ready'} onClick={takeMiddle}>
        <Crosshair aria-hidden="true" className="size-5" />
        {words('middle')}
      </Button>
    </section>
  )
}
