'use client'

import type { MultiPolygon, Position } from 'geojson'
import { Copy, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Bounds } from '@/components/map/bounds'
import type { SelectionActions } from '@/components/selection/selection-actions'
import { SelectionEditor } from '@/components/selection/selection-editor'
import { Button } from '@/components/ui/button'
import type { Service } from '@/lib/db/generated/enums'
import type { WindowInput } from '@/lib/works/works'
import { type WindowDraft, WindowFields } from '../window-fields'
import { type EditorPart, nextKey } from './editor-draft'
import { NightsBuilder } from './nights-builder'

/** What every part's fields need alike. */
export interface PartSurroundings {
  service: Service
  bounds: Bounds
  zone: string
  token?: string | undefined
  actions: SelectionActions
  reachability?: { reachable: Position[]; unreachable: Position[] } | undefined
  errorOf: (field: string) => string | undefined
}

export interface PartFieldsProps extends PartSurroundings {
  part: EditorPart
  index: number
  count: number
  isOpen: boolean
  others: readonly MultiPolygon[]
  onOpen: (isOpen: boolean) => void
  onChange: (change: Partial<EditorPart>) => void
  onDuplicate: () => void
  onRemove: () => void
}

/** Windows beside those that are there; a first one that is still empty makes room. */
function addWindows(windows: readonly WindowDraft[], added: readonly WindowInput[]): WindowDraft[] {
  const kept = windows.filter(({ start, end }) => start || end)
  const first = nextKey(windows)
  return [...kept, ...added.map((window, index) => ({ ...window, key: first + index }))]
}

/** One part of works: what is cut, and when. Closed, it says so in a line, so that one map is open at a time. */
export function PartFields({ part, index, count, isOpen, others, onOpen, onChange, onDuplicate, onRemove, ...around }: PartFieldsProps) {
  const t = useTranslations('operator.editor')
  const path = `parts.${index}`
  const error = around.errorOf(`${path}.area`)
  const number = index + 1
  return (
    <section id={`${path}.area`} tabIndex={-1} aria-labelledby={`${path}.title`} className="space-y-4 rounded-card border border-line p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={`${path}.title`} className="text-lg font-bold">
          {count > 1 ? t('part', { number }) : t('what_and_when')}
        </h2>
        <div className="flex flex-wrap gap-2">
          {count > 1 && (
            <Button variant="secondary" aria-expanded={isOpen} aria-controls={`${path}.fields`} onClick={() => onOpen(!isOpen)}>
              {isOpen ? t('close_part', { number }) : t('open_part', { number })}
            </Button>
          )}
          <Button variant="quiet" onClick={onDuplicate}>
            <Copy aria-hidden="true" className="size-5" />
            {count > 1 ? t('duplicate_part_number', { number }) : t('duplicate_part')}
          </Button>
          {count > 1 && (
            <Button variant="quiet" onClick={onRemove}>
              <X aria-hidden="true" className="size-5" />
              {t('remove_part', { number })}
            </Button>
          )}
        </div>
      </div>
      {error && <p className="font-medium text-danger-ink">{error}</p>}
      <div id={`${path}.fields`} className="space-y-6">
        {isOpen ? (
          <OpenPart part={part} path={path} others={others} onChange={onChange} {...around} />
        ) : (
          <p className="text-ink-soft">{t('part_closed', { windows: part.windows.filter(({ start, end }) => start && end).length })}</p>
        )}
      </div>
    </section>
  )
}

interface OpenPartProps extends PartSurroundings, Pick<PartFieldsProps, 'part' | 'others' | 'onChange'> {
  path: string
}

function OpenPart({ part, path, others, onChange, service, bounds, token, actions, reachability, errorOf, zone }: OpenPartProps) {
  return (
    <>
      <SelectionEditor
        key={part.key}
        value={part.selection}
        onChange={(selection) => onChange({ selection })}
        service={service}
        bounds={bounds}
        others={others}
        actions={actions}
        {...(token && { token })}
        {...(reachability && { reachability })}
      />
      <WindowFields
        name={`${path}.windows`}
        windows={part.windows}
        onChange={(windows) => onChange({ windows })}
        errorOf={errorOf}
        zone={zone}
      />
      <NightsBuilder name={`${path}.nights`} onBuild={(added) => onChange({ windows: addWindows(part.windows, added) })} />
    </>
  )
}
