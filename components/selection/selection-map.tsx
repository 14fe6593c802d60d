'use client'

import type { MultiPolygon } from 'geojson'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { type Bounds, boundsAround } from '@/components/map/bounds'
import { DrawCursorOverlay } from '@/components/map/draw-cursor-overlay'
import { flyToBounds } from '@/components/map/fly-to-bounds'
import { LayerSwitches } from '@/components/map/layer-switches'
import { MapCanvas } from '@/components/map/map-canvas'
import type { MapClick } from '@/components/map/map-library'
import { MapNote } from '@/components/map/map-note'
import { mapWords } from '@/components/map/map-words'
import { type ShownFeature, showFeatures } from '@/components/map/show-features'
import { useColourScheme } from '@/components/map/use-colour-scheme'
import type { CursorSpot } from '@/components/map/use-draw-cursor'
import { type ClickableLayer, findClickedFeature, useFeatureClicks } from '@/components/map/use-feature-clicks'
import { useMap } from '@/components/map/use-map'
import type { Service } from '@/lib/db/generated/enums'
import type { DrawSaid } from './draw-said'
import { SelectionToolbar } from './selection-toolbar'
import { SELECTION_TOOLS, type SelectionTool } from './selection-tools'
import { AREA_LOOKS, type AreaLook, showLook } from './show-looks'
import { useAreaDrawing } from './use-area-drawing'
import { useKeyboardDrawing } from './use-keyboard-drawing'
import { type SelectionHistory, useUndoKeys } from './use-selection-history'

export interface SelectionMapHandle {
  flyTo: (bounds: Bounds) => void
}

export interface SelectionMapProps {
  handle: RefObject<SelectionMapHandle | null>
  /** Within it Ctrl+Z is ours. */
  root: RefObject<HTMLElement | null>
  service: Service
  bounds: Bounds
  token: string | undefined
  tool: SelectionTool
  onTool: (tool: SelectionTool) => void
  area: MultiPolygon | null
  onArea: (area: MultiPolygon | null) => void
  /** A link or a service point that was clicked, by its code. */
  onPick: (tool: 'points' | 'trace', code: string) => void
  areas: Partial<Record<AreaLook, readonly MultiPolygon[]>>
  features: readonly ShownFeature[]
  history: SelectionHistory
}

const NO_LAYERS: readonly ClickableLayer[] = []
const PICKED: Partial<Record<SelectionTool, readonly ClickableLayer[]>> = { points: ['service-points'], trace: ['links'] }

/** The map of a selection: to draw on, to pick links and service points from, and to see what all of it means. */
export function SelectionMap(props: SelectionMapProps) {
  const { handle, root, service, bounds, token, tool, onTool, area, onArea, onPick, areas, features, history } = props
  const t = useTranslations('map')
  const container = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const scheme = useColourScheme()
  const [said, setSaid] = useState<DrawSaid | null>(null)
  const [start] = useState(() => boundsAround(area, null) ?? bounds)
  const state = useMap(container, { token, bounds: start, words: mapWords(t), staff: true, cooperative: false })
  const drawing = useAreaDrawing(state, { scheme, mode: SELECTION_TOOLS[tool].mode, area, onChange: onArea })
  const layers = PICKED[tool] ?? NO_LAYERS
  const pick = (code: string | undefined) => {
    if (tool !== 'points' && tool !== 'trace') return
    if (!code) return setSaid({ key: tool === 'points' ? 'no_point' : 'no_link' })
    setSaid(null)
    onPick(tool, code)
  }
  useFeatureClicks(state, layers, (feature) => pick(feature?.code))
  const pickAt = ({ pixel, at }: CursorSpot) => {
    if (state.status !== 'ready') return
    const click = { point: pixel, lngLat: { lng: at[0], lat: at[1] }, originalEvent: new Event('keydown') }
    pick(findClickedFeature(state.map, click as unknown as MapClick, layers)?.code)
  }
  const keys = useKeyboardDrawing(state, {
    tool,
    area,
    onArea,
    onPick: pickAt,
    onLeave: () => onTool('look'),
    say: setSaid,
    isPointerDrawing: drawing.isDrawing,
  })
  const undo = () => drawing.takeBack() || keys.takeBack() || history.undo?.()
  useUndoKeys(root, undo, () => history.redo?.())
  useImperativeHandle(handle, () => ({ flyTo: (to) => state.status === 'ready' && flyToBounds(state.map, to) }), [state])
  useEffect(() => {
    if (state.status !== 'ready') return
    const canvas = state.map.getCanvas()
    canvas.setAttribute('aria-describedby', hintId)
    // Where the keys draw, a screen reader has to hand them on.
    canvas.setAttribute('role', tool === 'look' ? 'region' : 'application')
  }, [state, hintId, tool])
  useEffect(() => {
    if (state.status !== 'ready') return
    for (const look of AREA_LOOKS) showLook(state.map, look, areas[look] ?? [], scheme)
    if (drawing.fixed) showLook(state.map, 'fixed', [drawing.fixed], scheme)
  }, [state, areas, scheme, drawing.fixed])
  useEffect(() => {
    if (state.status === 'ready') showFeatures(state.map, features, scheme, 'selection-features')
  }, [state, features, scheme])
  return (
    <section
      aria-label={t('draw.label')}
      className="@container flex h-[40rem] flex-col overflow-hidden rounded-card border border-line bg-sunken @5xl/selection:h-[44rem]"
    >
      <SelectionToolbar
        tool={tool}
        isReady={state.status === 'ready'}
        onChoose={(next) => {
          setSaid(null)
          onTool(next)
        }}
        undo={history.undo || keys.corners.length > 0 ? undo : null}
        redo={history.redo}
        removeSelected={drawing.removeSelected}
        hintId={hintId}
      />
      <div className="relative min-h-48 flex-1">
        <MapCanvas container={container} />
        {state.status === 'ready' && <LayerSwitches map={state.map} service={service} />}
        {state.status === 'ready' && keys.spot && (
          <DrawCursorOverlay map={state.map} spot={keys.spot} corners={keys.corners} preview={keys.preview} />
        )}
        {state.status === 'loading' && <MapNote busy>{t('loading')}</MapNote>}
        {state.status === 'failed' && <MapNote>{t('draw.failed')}</MapNote>}
      </div>
      <p role="status" className="min-h-8 bg-surface px-3 py-1 text-[0.94rem]">
        {said && t(`draw.said.${said.key}`, { count: said.count ?? 0 })}
      </p>
    </section>
  )
}
