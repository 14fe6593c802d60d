import type { DraftSteps } from '@/components/works/draft-actions'
import type { WorksSteps } from '@/components/works/works-actions'
import {
  approveWorksAction,
  cancelWorksAction,
  extendWorksAction,
  moveWorksAction,
  publishWorksAction,
  restoreWorksAction,
  returnWorksAction,
  submitWorksAction,
  withdrawWorksAction,
} from './actions'
import { discardDraftAction } from './draft-actions'

/** The actions that lead these works through their life once they are published. */
export function worksSteps(reference: string): WorksSteps {
  return {
    cancel: cancelWorksAction.bind(null, reference),
    move: moveWorksAction.bind(null, reference),
    extend: extendWorksAction.bind(null, reference),
    restore: restoreWorksAction.bind(null, reference),
  }
}

/** The actions before that: each says which revision its reader saw. */
export function draftSteps(reference: string, revision: number): DraftSteps {
  return {
    publish: publishWorksAction.bind(null, reference, revision),
    submit: submitWorksAction.bind(null, reference, revision),
    withdraw: withdrawWorksAction.bind(null, reference),
    approve: approveWorksAction.bind(null, reference, revision),
    giveBack: returnWorksAction.bind(null, reference, revision),
    discard: discardDraftAction.bind(null, reference, revision),
  }
}
