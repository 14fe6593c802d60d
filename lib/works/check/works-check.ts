import type { Service, WorksState } from '@/lib/db/generated/enums'
import type { Breach } from '@/lib/regulation/find-breaches'
import type { DraftProblem } from '../drafts/works-draft'
import type { PriorityPoint } from '../priority/priority-queries'
import type { AffectedCounts, LegalNotice, PlannedNotice, WindowText } from '../works'

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
  /** Service points' dwellings that both hit: by address where the services differ. */
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

export interface HolidayNote {
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
  holidays: HolidayNote[]
  /** Whether a second person has to approve, and from how many dwellings on. */
  approval: { isNeeded: boolean; from: number | null }
}

/** A window that would be better: whom it hits twice, against the window as it is planned. */
export interface WindowSuggestion {
  window: WindowText
  /** Service points that other works hit as well within two weeks of it. */
  hitTwice: number
  now: number
}
