'use client'

import type { MultiPolygon, Position } from 'geojson'
import type { Bounds } from '@/components/map/bounds'
import type { Service } from '@/lib/db/generated/enums'
import type { PartSelectionDraft } from './part-selection-draft'
import type { SelectionActions } from './selection-actions'

export interface SelectionEditorProps {
  /** Controlled. Give the editor a `key` of its part, so that undo stays within it. */
  value: PartSelectionDraft
  onChange: (next: PartSelectionDraft) => void
  service: Service
  /** What the map shows first, where nothing is drawn. */
  bounds: Bounds
  /** Mapbox's token, where the installation has one. */
  token?: string
  /** Areas of the other parts: shown faintly. */
  others?: readonly MultiPolygon[]
  actions: SelectionActions
  /** Service points that are hit, by whether anybody there can be told. */
  reachability?: { reachable: Position[]; unreachable: Position[] }
}

/** Says what one part of works cuts: drawn, by streets, by places, or traced, and any of these together. Needs a QueryProvider above it. */
export function SelectionEditor(_props: SelectionEditorProps) {
  return null
}
