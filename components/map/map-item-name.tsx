import { Construction, type LucideIcon, Plug, Spline, Waypoints } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ItemInput, ItemLayer } from '@/lib/geo/map-view/map-view'

const ICONS: Record<ItemLayer, LucideIcon> = { works: Construction, devices: Waypoints, links: Spline, 'service-points': Plug }

/** A thing on the map by its code, with what it is. */
export function MapItemName({ layer, service, code }: ItemInput) {
  const t = useTranslations()
  const Icon = ICONS[layer]
  return (
    <>
      <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
      <span className="min-w-0">
        <span className="font-semibold break-words">{code}</span>{' '}
        <span className="text-[0.94rem] text-ink-soft">
          {t(`map.item.${layer === 'service-points' ? 'service_points' : layer}`)}, {t(`service.${service}`)}
        </span>
      </span>
    </>
  )
}
