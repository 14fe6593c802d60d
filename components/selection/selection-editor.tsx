'use client'

import type { MultiPolygon, Position } from 'geojson'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import type { Bounds } from '@/components/map/bounds'
import { Alert } from '@/components/ui/alert'
import type { Service } from '@/lib/db/generated/enums'
import { DrawPanel } from './draw-panel'
import { MapLegend } from './map-legend'
import type { PartSelectionDraft } from './part-selection-draft'
import { PlacesPanel } from './places-panel'
import { roughCount } from './rough-count'
import type { SelectionActions } from './selection-actions'
import type { SelectionMapHandle } from './selection-map'
import { SelectionSummary } from './selection-summary'
import { FIRST_TOOL, type SelectionTool, type Way } from './selection-tools'
import { StreetListField } from './street-list-field'
import { TracePanel } from './trace-panel'
import { usePick } from './use-pick'
import { useSelectionHistory } from './use-selection-history'
import { type Pointed, useSelectionShapes } from './use-selection-shapes'
import { WayTabs } from './way-tabs'

const SelectionMap = dynamic(() => import('./selection-map').then((module) => module.SelectionMap), { ssr: false })

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

const NOWHERE: Pointed = { street: null, place: null }
const NONE: readonly MultiPolygon[] = []

/** The way that belongs to a tool of the map; to looking around belongs any. */
function wayOf(tool: SelectionTool, way: Way): Way {
  if (tool === 'look') return way
  return tool === 'trace' ? 'trace' : 'draw'
}

function countsOf(value: PartSelectionDraft): Record<Way, number> {
  const { area, add, remove, streets, places, exceptPlaces, exceptStreets, links } = value
  return {
    draw: (area?.coordinates.length ?? 0) + add.length + remove.length,
    streets: roughCount(streets),
    places: places.length + exceptPlaces.length + (exceptStreets.trim() === '' ? 0 : 1),
    trace: links.length,
  }
}

/** Says what one part of works cuts: drawn, by streets, by places, or traced, and any of these together. Needs a QueryProvider above it. */
export function SelectionEditor({ value, onChange, service, bounds, token, others = NONE, actions, reachability }: SelectionEditorProps) {
  const t = useTranslations('operator.selection')
  const root = useRef<HTMLDivElement>(null)
  const map = useRef<SelectionMapHandle>(null)
  const [way, setWay] = useState<Way>('draw')
  const [tool, setTool] = useState<SelectionTool>(FIRST_TOOL.draw)
  const [pointed, setPointed] = useState(NOWHERE)
  const history = useSelectionHistory(value, onChange)
  const { pick, problem } = usePick({ value, change: history.change, service, actions })
  const { areas, features } = useSelectionShapes({ value, service, actions, pointed, reachability })
  const shown = useMemo(() => ({ ...areas, other: others }), [areas, others])
  const { change } = history
  const common = { value, change, service, actions }
  const show = (to: Bounds) => map.current?.flyTo(to)
  const chooseWay = (next: Way) => {
    setWay(next)
    setTool(FIRST_TOOL[next])
    setPointed(NOWHERE)
  }
  const chooseTool = (next: SelectionTool) => {
    setTool(next)
    setWay(wayOf(next, way))
  }
  return (
    <div ref={root} className="@container/selection">
      <div className="grid gap-5 @5xl/selection:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 space-y-3">
          <SelectionMap
            handle={map}
            root={root}
            service={service}
            bounds={bounds}
            token={token}
            tool={tool}
            onTool={chooseTool}
            area={value.area}
            onArea={(area) => change((before) => ({ ...before, area }))}
            onPick={pick}
            areas={shown}
            features={features}
            history={history}
          />
          <MapLegend areas={shown} features={features} />
          {problem && <Alert tone="danger" role="alert" title={problem} />}
          <SelectionSummary value={value} history={history} actions={actions} />
        </div>
        <section aria-label={t('label')} className="min-w-0">
          <WayTabs way={way} onChoose={chooseWay} counts={countsOf(value)}>
            {way === 'draw' && <DrawPanel {...common} onShow={show} />}
            {way === 'streets' && <StreetListField field="streets" {...common} onPoint={(street) => setPointed({ street, place: null })} />}
            {way === 'places' && (
              <PlacesPanel
                {...common}
                onPoint={(place) => setPointed({ street: null, place })}
                onPointStreet={(street) => setPointed({ street, place: null })}
              />
            )}
            {way === 'trace' && <TracePanel {...common} onShow={show} />}
          </WayTabs>
        </section>
      </div>
    </div>
  )
}
