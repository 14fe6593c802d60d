import type { Channel, ContactState, MessageState, NoticeKind, Service, WorksState } from '@/lib/db/generated/enums'
import type { LegalNotice, WindowText } from '@/lib/works/works'
import type { NoticeDelivery } from '../get-deliveries'

/** One line of evidence: what one service point was told by one message; or that somebody there was told nothing, or that there is nobody. */
export interface EvidenceRow {
  /** Null where nothing ties the message to a service point (any more): the call centre, or a subscription that has ended. */
  servicePoint: string | null
  address: string | null
  /** Masked, unless whole ones were asked for. Null where there is nobody to tell. */
  contact: string | null
  contactState: ContactState | null
  unreachableReason: string | null
  channel: Channel | null
  language: string | null
  /** From here on null where there is no message. */
  version: number | null
  notice: NoticeKind | null
  dueAt: Date | null
  state: MessageState | null
  /** It stands in for a message that did not arrive. */
  isStandIn: boolean
  sentAt: Date | null
  deliveredAt: Date | null
  provider: string | null
  providerId: string | null
  /** What the provider said last, and when. */
  receipt: MessageState | null
  receiptAt: Date | null
  errorCode: string | null
}

/** Why there is no message: nobody is registered, the contact is not one that may be written to (any more), or it was not told. Null where there is one. */
export function whyNothing({
  state,
  contactState,
}: EvidenceRow): 'nobody_to_tell' | 'not_told' | Exclude<ContactState, 'confirmed'> | null {
  if (state !== null) return null
  if (contactState === null) return 'nobody_to_tell'
  return contactState === 'confirmed' ? 'not_told' : contactState
}

/** How many of the affected points of the version in force were told in time. Each point is in one count only, save `total`. */
export interface PointCounts {
  total: number
  /** Told before the legal instant; or, where no rule is known, told. */
  kept: number
  late: number
  /** Not told yet, and there is still time. */
  pending: number
  /** There is somebody to tell, and no message arrived. */
  notTold: number
  /** By the legal instant there was no contact, or none that could be written to: these people have to be told in another way. */
  nobody: number
}

/**
 * - `not_published`, `cancelled_before`: there was no interruption to tell of.
 * - `no_rule`: no law is known.
 * - `pending`: nothing is late yet.
 */
export type LegalOutcome = 'kept' | 'broken' | 'pending' | 'no_rule' | 'not_published' | 'cancelled_before'

export interface EvidenceSummary {
  reference: string
  title: string
  service: Service
  state: WorksState
  version: number
  /** ISO instants. */
  asOf: string
  publishedAt: string | null
  cancelledAt: string | null
  shortNoticeReason: string | null
  windows: WindowText[]
  notices: NoticeDelivery[]
  points: PointCounts
  /** The rule for the earliest window; `ok` says whether publication kept it. */
  legal: LegalNotice | null
  /** ISO instant by which everybody hit by the earliest window had to be told: the minimum itself, without the hour to spare that planning keeps. */
  tellBy: string | null
  outcome: LegalOutcome
}

/** What a judge would ask first: was the legal notice kept for everyone who could be told? */
export function decideOutcome(
  works: { isPublished: boolean; isCancelledBefore: boolean; hasRule: boolean },
  points: PointCounts,
): LegalOutcome {
  if (!works.isPublished) return 'not_published'
  if (works.isCancelledBefore) return 'cancelled_before'
  if (!works.hasRule) return 'no_rule'
  if (points.late + points.notTold > 0) return 'broken'
  return points.pending > 0 ? 'pending' : 'kept'
}

/** A message as it was really sent. */
export interface SampleText {
  kind: NoticeKind
  version: number
  channel: Channel
  language: string
  subject: string | null
  text: string
}

/** One line of the audit trail about works. */
export interface HistoryEntry {
  /** Its number in the audit trail. */
  id: string
  /** ISO instant. */
  at: string
  actor: string
  action: string
  /** Hexadecimal: covers everything before it. */
  hash: string
}

export interface PointFigure {
  figure: 'total' | 'kept' | 'told' | 'late' | 'pending' | 'not_told' | 'nobody'
  count: number
}

/** The counts worth showing, in their order; without a rule nobody is late, and whoever was told was just told. */
export function pointFigures({ points, legal }: Pick<EvidenceSummary, 'points' | 'legal'>): PointFigure[] {
  const { total, kept, late, pending, notTold, nobody } = points
  const told: PointFigure[] = legal
    ? [
        { figure: 'kept', count: kept },
        { figure: 'late', count: late },
      ]
    : [{ figure: 'told', count: kept }]
  return [
    { figure: 'total', count: total },
    ...told,
    { figure: 'pending', count: pending },
    { figure: 'not_told', count: notTold },
    { figure: 'nobody', count: nobody },
  ]
}
