import type { MultiPolygon } from 'geojson'
import { z } from 'zod'
import type { MessageState, NoticeKind, NoticeState, Service, WorksState } from '@/lib/db/generated/enums'
import { line, lines } from '@/lib/plain-text'
import type { Breach } from '@/lib/regulation/find-breaches'
import type { Regulation } from '@/lib/regulation/regulation'
import type { ApprovalRequest } from './approval/find-approvals'
import { type PartSelection, type ResolvedSelection, selectionInput } from './selection/selection'
import type { WorkTypeWording } from './work-types/work-type'

/** One window as it is typed: "2026-12-01T08:30" on the utility's clocks, or an instant with its offset. */
export const windowInput = z.object({ start: z.string().trim().max(64), end: z.string().trim().max(64) })
export type WindowInput = z.infer<typeof windowInput>

export const SERVICES = ['water', 'heat', 'power', 'gas'] as const

export const SUPPLY_PLACE_KINDS = ['tanker', 'tap', 'other'] as const

/** Where water is to be had meanwhile. `at`: longitude and latitude. */
const supplyPlaceInput = z.object({
  kind: z.enum(SUPPLY_PLACE_KINDS),
  label: line(1, 120),
  note: line(0, 200).default(''),
  at: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
})

/** When one part of works is cut. */
export const partWindowsInput = z.object({ windows: z.array(windowInput).min(1).max(50) })
export type PartWindows = z.infer<typeof partWindowsInput>
const partInput = selectionInput.extend(partWindowsInput.shape)

/** What an operator, a command or an API key gives to plan works. */
export const worksInput = z.object({
  service: z.enum(SERVICES),
  title: line(3, 120),
  /** The code of a kind of work, whose public wording stands beside the reason. */
  workType: line(1, 40).nullable().default(null),
  reason: lines(500).default(''),
  advice: lines(1000).default(''),
  /** Whom the public may ask, beside the utility's own number. */
  contact: line(0, 200).default(''),
  /** For staff only. */
  crew: line(0, 120).default(''),
  internalNotes: lines(4000).default(''),
  /** The order's number in the system that the works come from. */
  externalReference: line(1, 80).nullable().default(null),
  supplyPlaces: z.array(supplyPlaceInput).max(50).default([]),
  parts: z.array(partInput).min(1).max(20),
})
export type WorksInput = z.input<typeof worksInput>
export type SupplyPlace = z.output<typeof supplyPlaceInput>

/** A window as instants. */
export interface WorksWindow {
  start: Date
  end: Date
}

/** A window that is a row already. */
export interface StoredWindow extends WorksWindow {
  id: number
}

/** A part ready to be written: what was said of it, how that was understood, and its windows in order. */
export interface WorksPart {
  said: PartSelection
  selection: ResolvedSelection
  windows: WorksWindow[]
}

/** Whom an area or works hit. `contacts` are distinct confirmed contacts: as many as one notice will tell. */
export interface AffectedCounts {
  servicePoints: number
  units: number
  accounts: number
  contacts: number
}

/** What the law asks for works that begin at a given instant, and whether publishing now still keeps it. */
export interface LegalNotice {
  minimum: { value: number; unit: 'hours' | 'days' | 'working_days' }
  /** ISO instant: publishing later than this is short notice. */
  latestPublish: string
  ok: boolean
  certainty: 'verified' | 'known'
  source: string
  /** An exception in the rule's own text, as a key below `operator.legal.exception`. */
  exception: Regulation['exception']
}

export interface WorksSummary {
  reference: string
  version: number
  state: WorksState
  affected: AffectedCounts
  legal: LegalNotice | null
  /** Windows that the law does not allow, as far as its rule is known. */
  breaches: Breach[]
}

export interface PlannedNotice {
  kind: NoticeKind
  /** ISO instants. */
  dueAt: string
  notAfter: string
  state: NoticeState
  skipReason: string | null
}

export interface WindowText {
  /** ISO instants. */
  start: string
  end: string
}

export interface WorksListItem {
  reference: string
  service: Service
  title: string
  state: WorksState
  version: number
  /** ISO instants of the current version; null for a draft that is not complete. */
  firstStart: string | null
  lastEnd: string | null
  servicePoints: number
}

export interface WorksDetail extends WorksSummary {
  /** Up with every change of what is planned: whoever acts on works says what they saw. */
  revision: number
  /** What the public reads of the kind of work, by language; null where none was chosen. */
  workType: WorkTypeWording | null
  contact: string
  crew: string
  internalNotes: string
  externalReference: string | null
  supplyPlaces: SupplyPlace[]
  /** Requests for approval, the latest first. */
  approvals: ApprovalRequest[]
  /** Whether the reader planned, changed, moved or submitted them: then somebody else approves. */
  isOwn: boolean
  service: Service
  title: string
  reason: string
  advice: string
  createdAt: string
  publishedAt: string | null
  cancelledAt: string | null
  cancelReason: string | null
  shortNoticeReason: string | null
  parts: Array<{ area: MultiPolygon | null; windows: WindowText[] }>
  notices: Array<PlannedNotice & { id: number; counts: Record<MessageState, number> }>
  history: Array<{ at: string; actor: string; action: string }>
}

/** What anyone may read of works. */
export interface PublicWorks {
  reference: string
  /** What is done, by language; null where no kind of work was chosen. */
  workType: WorkTypeWording | null
  /** Whom to ask beside the utility's own number; empty for nobody. */
  contact: string
  supplyPlaces: SupplyPlace[]
  service: Service
  title: string
  reason: string
  advice: string
  state: WorksState
  windows: WindowText[]
  streets: string[]
  area: MultiPolygon | null
  cancelReason: string | null
  asOf: string
}

/** One interruption at one address. */
export interface Outage extends WindowText {
  reference: string
  service: Service
  title: string
  reason: string
  advice: string
  state: 'coming' | 'running' | 'cancelled'
}

export interface Outages {
  status: 'affected' | 'none_planned' | 'unknown'
  /** ISO instant at which this was true. */
  asOf: string
  outages: Outage[]
  /** Where the status is `unknown`: the utility's number; null when we do not even know that. */
  phone?: string | null
}
