import { z } from 'zod'
import { Service, type WorksState } from '@/lib/db/generated/enums'
import type { Breach } from '@/lib/regulation/find-breaches'
import type { DraftProblem } from '../drafts/works-draft'
import type { PriorityPoint } from '../priority/priority-queries'
import type { AffectedCounts, LegalNotice, PlannedNotice, WindowText } from '../works'

export const SERVICE = z.enum(Service)

/** How many of those who are hit somebody can tell: over at least one confirmed contact. */
export interface Reach {
  servicePoints: number
  reachablePoints: number
  accounts: number
  reachableAccounts: number
  /** Reachable accounts of all, from 0 to 1; 1 where there are none. */
  share: number
}

/** How many people hear by one channel in one language. */
export interface ChannelCount {
  channel: 'sms' | 'email' | 'telegram' | 'viber'
  language: string
  people: number
}

/** Other works that trouble the same households within two weeks before or after. */
export interface Clash {
  reference: string
  title: string
  service: Service
  state: WorksState
  windows: WindowText[]
  /** Our service points that they hit too, or another service's point at the same address. */
  sharedPoints: number
  /** Both at once: supply is cut in the same hours. */
  isAtOnce: boolean
}

/** Works of the same network at the same time that together cut off what neither cuts alone. */
export interface DoubleCut {
  reference: string
  title: string
  /** Service points that lose supply only because both are isolated. */
  servicePoints: number
  overlap: WindowText
}

export interface DayOff {
  /** ISO instant of the window's start. */
  start: string
  /** "2026-12-08" */
  day: string
  kind: 'holiday' | 'weekend' | 'patron_day'
  /** The holiday's name in the country's own language; null for a weekend. */
  name: string | null
}

/** Everything to look at before works are published. */
export interface WorksCheck {
  reference: string
  revision: number
  /** ISO instant at which this was true. */
  asOf: string
  /** What keeps the draft from being complete; then nothing is counted. */
  problem: DraftProblem | null
  affected: AffectedCounts
  reach: Reach
  channels: ChannelCount[]
  priority: PriorityPoint[]
  legal: LegalNotice | null
  breaches: Breach[]
  notices: PlannedNotice[]
  clashes: Clash[]
  doubleCuts: DoubleCut[]
  daysOff: DayOff[]
  /** Whether a second person has to approve, and from how many dwellings on. */
  approval: { isNeeded: boolean; from: number | null }
}

/** A time that would be better: all windows so many days later. */
export interface WindowSuggestion {
  days: number
  windows: WindowText[]
  /** Service points that other works hit as well within two weeks of it, and of the planned time. */
  hitTwice: number
  now: number
}
