import { Temporal } from 'temporal-polyfill'
import { EMPTY_SELECTION, type PartSelectionDraft, toSelectionDraft } from '@/components/selection/part-selection-draft'
import type { Service } from '@/lib/db/generated/enums'
import { toClockText } from '@/lib/i18n/to-clock-text'
import type { WorksDraft, WorksDraftInput } from '@/lib/works/drafts/works-draft'
import type { SupplyPlace, WindowInput } from '@/lib/works/works'
import type { WindowDraft } from '../window-fields'

/** One part while it is edited; `key` tells it from the others. */
export interface EditorPart {
  key: number
  selection: PartSelectionDraft
  windows: WindowDraft[]
}

export type EditorSupplyPlace = SupplyPlace & { key: number }

/** Works while they are edited. */
export interface EditorDraft extends Omit<WorksDraft, 'parts' | 'supplyPlaces'> {
  parts: EditorPart[]
  supplyPlaces: EditorSupplyPlace[]
}

/** The next key that none of the items has. */
export function nextKey(items: ReadonlyArray<{ key: number }>): number {
  return Math.max(-1, ...items.map(({ key }) => key)) + 1
}

export const emptyWindow = (key: number): WindowDraft => ({ key, start: '', end: '' })

export function emptyPart(key: number): EditorPart {
  return { key, selection: EMPTY_SELECTION, windows: [emptyWindow(0)] }
}

/** Nothing said yet but the service. `key` names the draft until it has a reference. */
export function emptyDraft(service: Service, key: string): EditorDraft {
  const texts = { title: '', reason: '', advice: '', contact: '', crew: '', internalNotes: '' }
  return { key, service, ...texts, workType: null, externalReference: null, supplyPlaces: [], parts: [emptyPart(0)] }
}

/** An instant with its offset, as programs give it, in the form that a field for times takes; what was typed there stays as it is. */
function toField(time: string, zone: string): string {
  return /[zZ]$|[+-]\d\d:?\d\d$/.test(time) && !Number.isNaN(Date.parse(time)) ? toClockText(time, zone) : time
}

/** A stored draft as the editor takes it: times on the clocks of `zone`, and at least one part with one window to fill in. */
export function toEditorDraft({ parts, supplyPlaces, ...facts }: WorksDraft, zone: string): EditorDraft {
  const opened = parts.map(({ windows, ...selection }, key) => ({
    key,
    selection: toSelectionDraft(selection),
    windows: windows.map(({ start, end }, index) => ({ key: index, start: toField(start, zone), end: toField(end, zone) })),
  }))
  return {
    ...facts,
    supplyPlaces: supplyPlaces.map((place, key) => ({ ...place, key })),
    parts: (opened.length > 0 ? opened : [emptyPart(0)]).map((part) =>
      part.windows.length > 0 ? part : { ...part, windows: [emptyWindow(0)] },
    ),
  }
}

const toWindow = ({ start, end }: WindowDraft): WindowInput => ({ start, end })

/** What is saved of it. */
export function toDraftInput({ parts, supplyPlaces, ...facts }: EditorDraft): WorksDraftInput {
  return {
    ...facts,
    supplyPlaces: supplyPlaces.map(({ key: _, ...place }) => place),
    parts: parts.map(({ selection, windows }) => ({ ...selection, windows: windows.map(toWindow) })),
  }
}

function shiftTime(time: string, days: number): string {
  try {
    return Temporal.PlainDateTime.from(time).add({ days }).toString({ smallestUnit: 'minute' })
  } catch {
    return time
  }
}

/** The same parts so many days later, at the same hours of the clock; what is no time yet stays. */
export function shiftParts(parts: readonly EditorPart[], days: number): EditorPart[] {
  return parts.map(({ windows, ...part }) => ({
    ...part,
    windows: windows.map(({ key, start, end }) => ({ key, start: shiftTime(start, days), end: shiftTime(end, days) })),
  }))
}
