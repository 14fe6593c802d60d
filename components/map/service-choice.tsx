'use client'

import { useTranslations } from 'next-intl'
import { controlStyle } from '@/components/ui/field'
import type { Service } from '@/lib/db/generated/enums'

export interface ServiceChoiceProps {
  services: readonly Service[]
  /** Null: all of them. */
  service: Service | null
  onChoose: (service: Service | null) => void
}

/** Whose network is shown. With one service there is nothing to choose. */
export function ServiceChoice({ services, service, onChoose }: ServiceChoiceProps) {
  const t = useTranslations()
  if (services.length < 2) return null
  return (
    <label className="flex items-center gap-3">
      <span className="shrink-0 font-semibold">{t('map.view.service')}</span>
      <select
        className={controlStyle(undefined)}
        value={service ?? ''}
        onChange={({ target }) => onChoose(services.find((other) => other === target.value) ?? null)}
      >
        <option value="">{t('map.view.all_services')}</option>
        {services.map((other) => (
          <option key={other} value={other}>
            {t(`service.${other}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
