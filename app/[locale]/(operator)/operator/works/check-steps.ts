import type { CheckActions } from '@/components/works/check/check-actions'
import { listAffectedAction, listUnreachedAction, markPhonedAction, rehearseWorksAction, suggestWindowAction } from './check-actions'

/** What the check of works asks of the server. */
export const CHECK_STEPS: CheckActions = {
  listAffected: listAffectedAction,
  listUnreached: listUnreachedAction,
  suggestWindow: suggestWindowAction,
  rehearse: rehearseWorksAction,
  markPhoned: markPhonedAction,
}
