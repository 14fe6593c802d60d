'use client'

import { useTranslations } from 'next-intl'
import type { Service } from '@/lib/db/generated/enums'
import { SERVICE_DASHES } from './network-layers'
import { PALETTES } from './palette'
import { useColourScheme } from './use-colour-scheme'

const SERVICES = Object.keys(SERVICE_DASHES) as Service[]
const WIDTH = 3

/** How the links of each service are drawn: a colour and a dash of their own. */
export function ServiceLines() {
  const t = useTranslations('service')
  const palette = PALETTES[useColourScheme()]
  return (
    <ul className="grid grid-cols-2 gap-x-4 border-t border-line px-3 py-2">
      {SERVICES.map((service) => (
        <li key={service} className="flex min-h-8 items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 28 12" className="h-3 w-7 shrink-0 rounded-sm" style={{ background: palette.land }}>
            <path
              d="M0 6h28"
              stroke={palette.services[service]}
              strokeWidth={WIDTH}
              strokeDasharray={SERVICE_DASHES[service].map((widths) => widths * WIDTH).join(' ')}
            />
          </svg>
          {t(service)}
        </li>
      ))}
    </ul>
  )
}
