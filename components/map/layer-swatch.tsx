'use client'

import type { ReactNode } from 'react'
import type { Service } from '@/lib/db/generated/enums'
import type { LayerGroup } from './map-layers'
import { PALETTES, type Palette } from './palette'
import { useColourScheme } from './use-colour-scheme'

type Sign = (palette: Palette, ink: string) => ReactNode

/** The signs as the style draws them. */
const SIGNS: Record<LayerGroup, Sign> = {
  network: (palette, ink) => (
    <>
      <path d="M2 10h24" stroke={ink} strokeWidth="3" strokeLinecap="round" />
      <circle cx="14" cy="10" r="5" fill={palette.labelHalo} stroke={ink} strokeWidth="2.2" />
    </>
  ),
  service_points: (_palette, ink) => (
    <>
      <circle cx="8" cy="10" r="3.2" fill={ink} />
      <circle cx="19" cy="10" r="5" fill={ink} />
    </>
  ),
  works: (palette) => (
    <rect
      x="2"
      y="3"
      width="24"
      height="14"
      fill={palette.works}
      fillOpacity="0.16"
      stroke={palette.works}
      strokeWidth="2"
      strokeDasharray="5 3"
    />
  ),
  house_numbers: (palette) => (
    <text x="14" y="14.5" textAnchor="middle" fontSize="12" fill={palette.label}>
      12
    </text>
  ),
}

export function LayerSwatch({ group, service }: { group: LayerGroup; service: Service }) {
  const palette = PALETTES[useColourScheme()]
  return (
    <svg aria-hidden="true" viewBox="0 0 28 20" className="h-5 w-7 shrink-0 rounded-sm" style={{ background: palette.land }} fill="none">
      {SIGNS[group](palette, palette.services[service])}
    </svg>
  )
}
