'use client'

import type { MultiPolygon } from 'geojson'
import { useTranslations } from 'next-intl'
import { FEATURE_ROLES } from '@/components/map/feature-roles'
import { PALETTES } from '@/components/map/palette'
import { RoleLegend } from '@/components/map/role-legend'
import type { ShownFeature } from '@/components/map/show-features'
import { useColourScheme } from '@/components/map/use-colour-scheme'
import { type AreaLook, LOOKS } from './show-looks'

/** The looks that need words: the others are what one drew, or points at. */
const EXPLAINED = ['named', 'except', 'other'] as const

export interface MapLegendProps {
  areas: Partial<Record<AreaLook, readonly MultiPolygon[]>>
  features: readonly ShownFeature[]
}

/** What stands on the map of a selection just now, by its edges and signs. */
export function MapLegend({ areas, features }: MapLegendProps) {
  const t = useTranslations('operator.selection.legend')
  const looks = EXPLAINED.filter((look) => (areas[look]?.length ?? 0) > 0)
  const roles = FEATURE_ROLES.filter((role) => features.some((feature) => feature.role === role))
  return (
    <div className="flex flex-wrap gap-x-4 empty:hidden">
      {looks.length > 0 && (
        <ul aria-label={t('areas')} className="flex flex-wrap gap-x-4 text-[0.94rem]">
          {looks.map((look) => (
            <li key={look} className="flex min-h-8 items-center gap-2">
              <LookSign look={look} />
              {t(look)}
            </li>
          ))}
        </ul>
      )}
      {roles.length > 0 && <RoleLegend roles={roles} />}
    </div>
  )
}

function LookSign({ look }: { look: (typeof EXPLAINED)[number] }) {
  const scheme = useColourScheme()
  const { ink, fill, width, dash } = LOOKS[look]
  const edge = { stroke: ink(scheme), strokeWidth: width, strokeDasharray: dash?.map((part) => part * width).join(' ') }
  return (
    <svg aria-hidden="true" viewBox="0 0 28 20" className="h-5 w-7 shrink-0 rounded-sm" style={{ background: PALETTES[scheme].land }}>
      <rect x="3" y="3" width="22" height="14" fill={ink(scheme)} fillOpacity={fill} {...edge} />
    </svg>
  )
}
