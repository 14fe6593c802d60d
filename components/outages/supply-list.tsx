import { Droplets } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Telling } from '@/lib/utility/telling'
import type { SupplyPlace } from '@/lib/works/works'

export interface SupplyListProps {
  places: readonly SupplyPlace[]
  telling: Telling
  heading?: 'h2' | 'h4'
}

/** Where water is to be had meanwhile; the same places are marked on the map. */
export function SupplyList({ places, telling, heading: Heading = 'h2' }: SupplyListProps) {
  const t = useTranslations('outage')
  if (places.length === 0) return null
  return (
    <div className="space-y-2 rounded-control border-l-6 border-info-edge bg-info p-4 text-info-ink">
      <Heading className="flex items-center gap-2 text-lg font-bold">
        <Droplets aria-hidden="true" className="size-6 shrink-0" />
        {t('supply')}
      </Heading>
      <ul className="space-y-1.5">
        {places.map(({ kind, label, note, at }) => (
          <li key={`${at}:${label}`}>
            <strong className="font-semibold">{t(`supply_kind.${kind}`)}</strong>: <span lang={telling.language}>{label}</span>
            {note && (
              <span lang={telling.language} className="block">
                {note}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
