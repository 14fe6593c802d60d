import { useTranslations } from 'next-intl'
import type { ItemInput, ViewCount, ViewItem } from '@/lib/geo/map-view/map-view'
import { MapItemName } from './map-item-name'

export interface MapListItemsProps {
  layer: 'devices' | 'links'
  found: ViewCount<ViewItem>
  onSelect: (item: ItemInput) => void
}

/** Devices or links by code; closed until somebody wants them, since there are many. */
export function MapListItems({ layer, found, onSelect }: MapListItemsProps) {
  const t = useTranslations('map.view')
  const { count, isMore, items } = found
  const heading = <span className="font-bold">{t(layer, { count, more: isMore ? 'yes' : 'no' })}</span>
  if (items.length === 0)
    return (
      <p>
        {heading} {isMore && <span className="text-ink-soft">{t('nearer')}</span>}
      </p>
    )
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">{heading}</summary>
      <ul>
        {items.map(({ service, code, conducting }) => (
          <li key={`${service} ${code}`} className="border-b border-line last:border-b-0">
            <button
              type="button"
              className="flex min-h-11 w-full items-center gap-2.5 py-1.5 text-left hover:bg-sunken"
              onClick={() => onSelect({ layer, service, code })}
            >
              <MapItemName layer={layer} service={service} code={code} />
              {conducting === false && <span className="ml-auto shrink-0 font-semibold">{t('closed')}</span>}
            </button>
          </li>
        ))}
      </ul>
      {count > items.length && <p className="py-2 text-ink-soft">{t('first', { shown: items.length, count })}</p>}
    </details>
  )
}
