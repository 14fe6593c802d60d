import { Droplets } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Telling } from '@/lib/utility/telling'
import type { SupplyPlace } from '@/lib/works/works'

/** Where water is to be had meanwhile; the same places are marked on the map. */
export function SupplyList({ places, telling }: { places: readonly SupplyPlace[]; telling: Telling }) {
  const t = useTranslations('outage')
  if (places.length === 0) return null
  return (
    <section aria-labelledby="supply" className="space-y-3">
      <h2 id="supply" className="flex items-center gap-2 text-xl">
        <Droplets aria-hidden="true" className="size-6 shrink-0" />
        {t('supply')}
      </h2>
      <ul className="space-y-2">
        {places.map(({ kind, label, note, at }) => (
          <li key={`${at}:${label}`}>
            <strong className="font-semibold">{t(`supply_kind.${kind}`)}</strong>: <span lang={telling.language}>{label}</span>
            {note && (
              <span lang={telling.language} className="block text-ink-soft">
                {note}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
