import type { ActionResult } from '@/lib/http/action'
import type { Rehearsal } from '@/lib/notices/rehearsal/rehearse-works'
import type { Unreached } from '@/lib/works/check/find-unreached'
import type { WindowSuggestion } from '@/lib/works/check/works-check'
import type { AffectedServicePoint } from '@/lib/works/find-affected-points'

/** The first affected service points, and whether there are more. */
export interface AffectedList {
  points: AffectedServicePoint[]
  isWhole: boolean
}

/** What the check asks of the server beyond its figures, each list when it is opened. */
export interface CheckActions {
  listAffected: (reference: string) => Promise<ActionResult<AffectedList>>
  listUnreached: (reference: string) => Promise<ActionResult<Unreached[]>>
  suggestWindow: (reference: string) => Promise<ActionResult<WindowSuggestion[]>>
  rehearse: (reference: string) => Promise<ActionResult<Rehearsal>>
  markPhoned: (reference: string, code: string, phoned: boolean) => Promise<ActionResult<void>>
}
