'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { Crosshair, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { LocaleLink } from '@/components/ui/locale-link'
import { Spinner } from '@/components/ui/spinner'
import { Instant } from '@/components/works/instant'
import { WorksStatePill } from '@/components/works/works-state-pill'
import type { MapItem } from '@/lib/geo/map-view/map-view'
import type { ActionResult } from '@/lib/http/action'
import type { Bounds } from './bounds'
import { MapItemFacts } from './map-item-facts'
import { MapItemName } from './map-item-name'

export interface MapItemCardProps {
  item: UseQueryResult<ActionResult<MapItem>>
  zone: string
  onShow: (bounds: Bounds) => void
  onClose: () => void
}

function ItemWorks({ works, zone }: { works: MapItem['works']; zone: string }) {
  const t = useTranslations('map.view')
  if (works.length === 0) return null
  return (
    <div>
      <h3 className="font-bold">{t('touched_by')}</h3>
      <ul>
        {works.map(({ reference, title, state, startsAt }) => (
          <li key={reference} className="flex min-h-11 flex-wrap items-center gap-x-3">
            <LocaleLink href={`/operator/works/${reference}`} className="font-semibold text-brand underline underline-offset-4">
              {title}
            </LocaleLink>
            <WorksStatePill state={state} />
            {startsAt && <Instant at={startsAt} zone={zone} short />}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is known of the thing that was selected, on the map or in a list. Takes the focus, so that keyboards and screen readers are there. */
export function MapItemCard({ item, zone, onShow, onClose }: MapItemCardProps) {
  const t = useTranslations('map.view')
  const heading = useRef<HTMLHeadingElement>(null)
  const found = item.data?.ok ? item.data.value : null
  useEffect(() => {
    if (found) heading.current?.focus({ preventScroll: false })
  }, [found])
  return (
    <section aria-labelledby="map-item" className="mt-3 space-y-3 rounded-card border border-line bg-surface p-4 shadow-card">
      <div className="flex items-start justify-between gap-2">
        <h2 id="map-item" ref={heading} tabIndex={-1} className="flex min-w-0 items-center gap-2.5 text-lg">
          {found ? <MapItemName {...found} /> : t('selected')}
        </h2>
        <Button variant="secondary" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <X aria-hidden="true" className="size-5" />
        </Button>
      </div>
      {item.isPending && <Spinner />}
      {item.data?.ok === false && <Alert tone="unknown" title={item.data.error.message} role="alert" />}
      {item.isError && <Alert tone="unknown" title={t('list_failed')} role="alert" />}
      {found && (
        <>
          <MapItemFacts {...found} />
          <ItemWorks works={found.works} zone={zone} />
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="secondary" onClick={() => onShow(found.bounds)}>
              <Crosshair aria-hidden="true" className="size-5" />
              {t('show')}
            </Button>
            {found.layer === 'works' && (
              <LocaleLink href={`/operator/works/${found.code}`} className="font-semibold text-brand underline underline-offset-4">
                {t('open_works')}
              </LocaleLink>
            )}
          </div>
        </>
      )}
    </section>
  )
}
