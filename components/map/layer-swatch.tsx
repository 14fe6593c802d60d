'use client'

import type { ReactNode } from 'react'
import type { Service } from '@/lib/db/generated/enums'
import type { LayerGroup } from './map-layers'
import { SERVICE_DASHES } from './network-layers'
import { PALETTES, type Palette } from './palette'
import { useColourScheme } from './use-colour-scheme'

/** Width of a link's sign. */
const LINE = 3

type Sign = (palette: Palette, ink: string, dash: string) => ReactNode

/** The signs as the style draws them. */
const SIGNS: Record<LayerGroup, Sign> = {
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
  links: (_palette, ink, dash) => <path d="M2 10h24" stroke={ink} strokeWidth="3" strokeDasharray={dash} />,
  devices: (palette, ink) => (
    <>
      <circle cx="8" cy="10" r="5" fill={palette.labelHalo} stroke={ink} strokeWidth="2.2" />
      <circle cx="20" cy="10" r="5" fill={palette.works} stroke={ink} strokeWidth="2.2" />
      <path d="M18 8l4 4M22 8l-4 4" stroke={palette.labelHalo} strokeWidth="1.6" />
    </>
  ),
  service_points: (palette, ink) => (
    <>
      <circle cx="5" cy="10" r="3" fill={ink} />
      <circle cx="18" cy="10" r="7.5" fill={palette.labelHalo} stroke={ink} strokeWidth="2" />
      <text x="18" y="13" textAnchor="middle" fontSize="8.5" fill={palette.label}>
        12
      </text>
    </>
  ),
  boundaries: (palette) => <path d="M2 10h24" stroke={palette.boundary} strokeWidth="2.2" strokeDasharray="8 3 1.5 3" />,
  streets: (palette) => (
    <>
      <path d="M2 10h24" stroke={palette.mainStreetEdge} strokeWidth="9" />
      <path d="M2 10h24" stroke={palette.mainStreet} strokeWidth="6.5" />
    </>
  ),
  buildings: (palette) => <path d="M6 16V6h7v4h9v6Z" fill={palette.building} stroke={palette.buildingEdge} strokeWidth="1.5" />,
  house_numbers: (palette) => (
    <text x="14" y="14.5" textAnchor="middle" fontSize="12" fill={palette.label}>
      12
    </text>
  ),
}

/** Where every service is drawn, the legend's signs have no service's colour. */
export function LayerSwatch({ group, service }: { group: LayerGroup; service: Service | null }) {
  const palette = PALETTES[useColourScheme()]
  const ink = service ? palette.services[service] : palette.point
  const dash = service ? SERVICE_DASHES[service].map((widths) => widths * LINE).join(' ') : ''
  return (
    <svg aria-hidden="true" viewBox="0 0 28 20" className="h-5 w-7 shrink-0 rounded-sm" style={{ background: palette.land }} fill="none">
      {SIGNS[group](palette, ink, dash)}
    </svg>
  )
}
